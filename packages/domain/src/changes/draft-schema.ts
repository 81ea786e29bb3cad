import * as z from 'zod'
import { limits } from '../limits.ts'
import { dayOf, line, lines, recordId } from '../schema.ts'
import { both } from '../words.ts'
import { type Alteration, alterations, type ChangeKind, changeKinds } from './supplier-change.ts'

const supplier = recordId.refine((id) => id.startsWith('SP-'), {
  params: { text: both('only sub-processors', 'seulement des sous-traitants') },
})
const suppliers = z.array(supplier).max(limits.links)

/** What a person may write of a draft; each part may be left out. */
export const draftSchema = z.strictObject({
  kind: z.enum(Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]]).optional(),
  what: line(limits.text).optional(),
  why: lines(limits.reason).optional(),
  subProcessors: suppliers.optional(),
  replaced: suppliers.optional(),
  alterations: z
    .array(z.enum(Object.keys(alterations) as [Alteration, ...Alteration[]]))
    .max(Object.keys(alterations).length)
    .optional(),
  effectiveOn: dayOf.nullable().optional(),
  emergency: lines(limits.reason).optional(),
})
