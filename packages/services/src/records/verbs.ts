import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounOf, nouns, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import { changesSchema } from '@ropewalk/domain/operations.ts'
import { writePermissions } from '@ropewalk/domain/permissions.ts'
import { line, lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import * as z from 'zod'
import { judge, judgedOf } from '../judging.ts'
import { usesOf } from '../links.ts'
import { judgedIn, reading, type Verb, writing } from '../verb.ts'
import { bulkChangeIn, bulkInput } from './bulk.ts'
import { historyOf } from './history-of.ts'
import { dependsOnFindings, listed, listInput } from './list.ts'
import { found, opened } from './reads.ts'
import { restoreIn } from './restoring.ts'
import {
  archiveIn,
  changeIn,
  confirmIn,
  copyIn,
  createIn,
  removeIn,
  unarchiveIn,
} from './writes.ts'

const reason = lines(limits.reason).optional()
const at = { id: recordId, version: versionRead, reason }
const target = z.strictObject({ field: z.string().max(40), row: z.string().max(40).default('') })

/** The verbs that every noun has. `only` are the lists whose rows its list shows. */
export function verbsOf<N extends NounKey>(noun: N, { only }: { only: readonly string[] }) {
  const { fields, path } = nouns[noun]
  const write = (verb: string) => ({
    verb: `${path}.${verb}`,
    permission: writePermissions[noun],
    fields,
  })
  const read = { permission: 'register:read' as const, fields }
  const dpo = (verb: 'archive' | 'unarchive' | 'remove') => ({
    verb: `${path}.${verb}`,
    permission: verb === 'remove' ? ('register:delete' as const) : ('register:archive' as const),
    fields,
  })
  const typed = <Input extends z.ZodType>(verb: Verb<Input, unknown>) =>
    verb as Verb<Input, RecordOfNoun<N>>
  return {
    list: judged(
      reading(read, listInput, (work, input) => listed(work, noun, { input, only })),
      {
        ofAnswer: ({ rows }, raw) =>
          dependsOnFindings(listInput.parse(raw)) ? undefined : rows.map(({ id }) => id),
      },
    ),
    read: reading(read, z.strictObject({ id: recordId }), (work, { id }) => opened(work, noun, id)),
    /** What stands beside a record: its findings, where it is used. */
    beside: judged(
      reading(read, z.strictObject({ id: recordId }), async (work, { id }) => {
        await found(work, noun, id)
        return { findings: await judgedOf(work, id), uses: await usesOf(work, id) }
      }),
      { ofAnswer: (_, raw) => [(raw as { id: string }).id] },
    ),
    history: reading(
      { permission: 'history:read' },
      z.strictObject({
        id: recordId,
        cursor: z.int().min(0).max(limits.sequence).nullish(),
        direction: z.string().optional(),
      }),
      async (work, input) => {
        // The history of people and tokens is not a record's: it stays with those who may read access.
        if (nounOf(input.id) !== noun) await found(work, noun, input.id)
        return historyOf(work, input)
      },
    ),
    create: typed(
      writing(
        write('create'),
        z.strictObject({ changes: changesSchema(noun).optional(), reason }),
        (work, given) => createIn(work, noun, given.changes ?? {}, given.reason),
      ),
    ),
    copy: typed(
      writing(
        write('copy'),
        z.strictObject({ id: recordId, name: line(limits.text).pipe(z.string().min(1)) }),
        (work, given) => copyIn(work, noun, given),
      ),
    ),
    change: typed(
      writing(
        write('change'),
        z.strictObject({ ...at, changes: changesSchema(noun) }),
        (work, given) => changeIn(work, noun, given),
      ),
    ),
    restore: typed(
      writing(
        write('restore'),
        z.strictObject({ ...at, seq: z.int().min(1).max(limits.sequence) }),
        (work, given) => restoreIn(work, noun, given),
      ),
    ),
    bulkChange: writing(write('bulkChange'), bulkInput(noun), (work, given) =>
      bulkChangeIn(work, noun, given),
    ),
    confirm: typed(
      writing(
        write('confirm'),
        z.strictObject({ ...at, targets: z.array(target).min(1).max(limits.rows) }),
        (work, given) => confirmIn(work, noun, given),
      ),
    ),
    archive: typed(
      writing(dpo('archive'), z.strictObject(at), (work, given) => archiveIn(work, noun, given)),
    ),
    unarchive: typed(
      writing(dpo('unarchive'), z.strictObject(at), (work, given) =>
        unarchiveIn(work, noun, given),
      ),
    ),
    remove: writing(dpo('remove'), z.strictObject(at), (work, given) =>
      removeIn(work, noun, given),
    ),
  }
}

type Judging<Output> = {
  /** The only records whose findings this answer reads; undefined: those of all. */
  ofAnswer?: (answer: Output, raw: unknown) => readonly string[] | undefined
}

/**
 * A verb that reads findings: what is not yet judged is judged first. Of an earlier day, whose records nobody has
 * judged before, only those that the answer shows.
 */
export const judged = <Input extends z.ZodType, Output>(
  verb: Verb<Input, Output>,
  { ofAnswer }: Judging<Output> = {},
): Verb<Input, Output> => ({
  ...verb,
  async run(context, raw) {
    const among = context.asOf && ofAnswer ? ofAnswer(await verb.run(context, raw), raw) : undefined
    await judge(judgedIn(context), among)
    return verb.run(context, raw)
  },
})
