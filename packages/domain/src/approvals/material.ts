import { labelAlone } from '../chapters.ts'
import type { Field, Fields, NounKey } from '../field.ts'
import { nouns } from '../nouns.ts'
import type { AnyRecord } from '../record.ts'
import { both, type Text } from '../words.ts'
import type { ApprovalRules } from './approval-settings.ts'

type Row = { readonly rowId: string }

// The names that Art. 30 asks for are those of Art. 27 and 37, the kinds of data those of Art. 9 and 10.
const asked = /^Art\. (9|10|27|28|30|37)\b/
const alwaysMaterial: Partial<Record<NounKey, readonly string[]>> = {
  measure: ['letter'],
  document: ['edition', 'effectiveOn', 'text', 'sha256'],
}

/** What Art. 28 and 30 ask for, what the public reads, and the name. */
export function isMaterialByDefault(noun: NounKey, key: string): boolean {
  const field = (nouns[noun].fields as Fields)[key]
  if (!field) return false
  const cells: readonly Field[] = field.kind === 'rows' ? Object.values(field.fields) : []
  const counts = (each: Field) =>
    each.public === true || (each.askedBy ?? []).some((provision) => asked.test(provision))
  return (
    key === 'name' ||
    counts(field) ||
    cells.some(counts) ||
    (alwaysMaterial[noun] ?? []).includes(key)
  )
}

export const isMaterial = (
  { material }: Pick<ApprovalRules, 'material'>,
  noun: NounKey,
  key: string,
): boolean => material[noun]?.[key] ?? isMaterialByDefault(noun, key)

export type Sides = { before: AnyRecord; after: AnyRecord }

/** The keys of the material fields that two states of a record differ in; the order of rows is no difference. */
export function materialChanges(
  rules: Pick<ApprovalRules, 'material'>,
  noun: NounKey,
  { before, after }: Sides,
): string[] {
  const fields: Fields = nouns[noun].fields
  return Object.keys(fields).filter(
    (key) =>
      isMaterial(rules, noun, key) &&
      (!same(factOf(fields[key], before[key]), factOf(fields[key], after[key])) ||
        !same(before.declared[key] ?? null, after.declared[key] ?? null)),
  )
}

const factOf = (field: Field | undefined, value: unknown): unknown =>
  field?.kind === 'rows'
    ? ((value ?? []) as readonly Row[]).toSorted((one, other) => (one.rowId < other.rowId ? -1 : 1))
    : value

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Stands among the fields of a lapse where the record left the register. */
export const lapseMarks = {
  removed: both('the record was deleted', 'la fiche a été supprimée'),
  archived: both('the record was archived', 'la fiche a été archivée'),
} as const

/** Why an approval lapsed: the fields by their labels, or what became of the record. */
export function lapseReason(noun: NounKey, keys: readonly string[]): Text {
  const [first = ''] = keys
  if (Object.hasOwn(lapseMarks, first)) return lapseMarks[first as keyof typeof lapseMarks]
  const fields: Fields = nouns[noun].fields
  const labels = keys.map((key) => {
    const field = fields[key]
    return field ? labelAlone(field) : both(key, key)
  })
  const listed = (language: 'en' | 'fr') => labels.map((label) => label[language]).join(', ')
  return both(`changed: ${listed('en')}`, `modifié : ${listed('fr')}`)
}
