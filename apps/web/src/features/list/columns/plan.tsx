import { labelAlone } from '@ropewalk/domain/chapters.ts'
import type { Cell, CellKind, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import type { ComponentType } from 'react'
import type { Column } from '../../../ui/table/columns.ts'
import { listWords as words } from '../words.ts'
import { FieldCell, FindingsCell, LinksCell, NameCell, NumberCell, UpdatedCell } from './cells.tsx'
import type { ListRow } from './row.ts'

/** A column of a list before it is said in the reader's language; its key is also what the list is sorted by. */
export type Plan = Pick<Column<ListRow>, 'key' | 'width' | 'leavesUnder' | 'sorts' | 'folds'> & {
  label: Text
  cell: ComponentType<{ row: ListRow }>
  /** Set where the cell is simple enough to be edited in the list. */
  edits?: EditableField
}
/** One value that fits in a cell: a line of text, a choice, yes or no, a day. */
export type EditableField = Extract<Cell, { kind: 'text' | 'choice' | 'yesNo' | 'day' }>
type Place = Pick<Plan, 'width' | 'leavesUnder' | 'folds'> & { label?: Text }

export const numberColumn: Plan = {
  key: 'id',
  label: words.number,
  width: 92,
  sorts: true,
  folds: 'id',
  cell: NumberCell,
}

export const nameColumn = (noun: NounKey): Plan => ({
  key: 'name',
  label: capital(nouns[noun].one),
  sorts: true,
  cell: NameCell,
})

export const findingsColumn: Plan = {
  key: 'findings',
  label: words.findings,
  width: 126,
  sorts: true,
  folds: 'end',
  cell: FindingsCell,
}

const updatedColumn: Plan = {
  key: 'updatedAt',
  label: words.updated,
  width: 112,
  sorts: true,
  cell: UpdatedCell,
}

/** A cell of the record, as its kind is shown. */
export function fieldColumn(noun: NounKey, key: string, place: Place = {}): Plan {
  const field = (nouns[noun].fields as Fields)[key]
  if (!field || field.kind === 'rows') throw new Error(`${noun} has no cell ${key}`)
  const cell = ({ row }: { row: ListRow }) => <FieldCell of={key} field={field} row={row} />
  const edits = isEditable(field) ? { edits: field } : {}
  return {
    key,
    label: labelAlone(field),
    width: widths[field.kind],
    sorts: true,
    ...edits,
    ...place,
    cell,
  }
}

const isEditable = (field: Cell): field is EditableField =>
  ['text', 'choice', 'yesNo', 'day'].includes(field.kind)

/** The records that one list of the record links to. */
export function linksColumn(noun: NounKey, key: string, link: string, place: Place): Plan {
  const field = (nouns[noun].fields as Fields)[key]
  if (field?.kind !== 'rows') throw new Error(`${noun} has no list ${key}`)
  const cell = ({ row }: { row: ListRow }) => <LinksCell of={key} link={link} row={row} />
  return { key, label: field.label, sorts: true, ...place, cell }
}

/** Every cell of the catalogue that has no column yet, for those who want it; whole texts stay in their record. */
export const otherColumns = (noun: NounKey, planned: readonly Plan[]): readonly Plan[] => [
  ...Object.entries(nouns[noun].fields as Fields).flatMap(([key, field]) =>
    field.kind === 'rows' ||
    field.kind === 'wording' ||
    field.kind === 'sha256' ||
    planned.some((plan) => plan.key === key)
      ? []
      : [fieldColumn(noun, key)],
  ),
  updatedColumn,
]

const capital = ({ en, fr }: Text) => both(upper(en), upper(fr))
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const widths: Record<CellKind, number> = {
  text: 176,
  prose: 240,
  wording: 240,
  email: 184,
  url: 200,
  texts: 200,
  choice: 140,
  choices: 184,
  yesNo: 104,
  count: 104,
  day: 120,
  partialDay: 120,
  country: 136,
  countries: 152,
  subdivision: 112,
  timeZone: 144,
  sha256: 144,
  person: 152,
  reference: 160,
  link: 176,
  links: 184,
}
