import { approvalStates } from '@ropewalk/domain/approvals/approval.ts'
import { chapters } from '@ropewalk/domain/chapters.ts'
import type { Cell, CellFields, Field, Fields, NounKey, Options } from '@ropewalk/domain/field.ts'
import { severities } from '@ropewalk/domain/finding.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { certainties } from '@ropewalk/domain/record.ts'
import { answerWords, yesNoWords } from '@ropewalk/domain/values.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import { listWords as words } from './words.ts'

export type FilterOption = { value: string; label: Text }
/** Values that are found by typing: records of a noun, countries, rules. */
export type Found = { kind: 'noun'; noun: NounKey } | { kind: 'country' } | { kind: 'rule' }

/** What a list can be narrowed by; its key and values stand in the address. Several values are alternatives. */
export type Filter = {
  key: string
  label: Text
  /** Where the field stands in the record, as two fields may share a label. */
  hint: Text | null
  options: readonly FilterOption[]
  finds: readonly Found[]
}

/** Every filter of a noun, those that no field answers first, then its fields in their order. */
export function filtersOf(noun: NounKey): readonly Filter[] {
  const known = made.get(noun)
  if (known) return known
  const fields: Fields = nouns[noun].fields
  const ofFields = Object.entries(fields).flatMap(([key, field]) =>
    key === 'name' || field.kind === 'wording' ? [] : [ofField(key, field)],
  )
  const filters = [...(noun === 'subProcessor' ? [published] : []), ...common, ...ofFields]
  made.set(noun, filters)
  return filters
}
const made = new Map<NounKey, readonly Filter[]>()

export const filterOf = (noun: NounKey, key: string): Filter | undefined =>
  filtersOf(noun).find((filter) => filter.key === key)

const optionsIn = (options: Options): FilterOption[] =>
  Object.entries(options).map(([value, label]) => ({ value, label }))

const common: readonly Filter[] = [
  {
    key: 'findings',
    label: words.findings,
    hint: null,
    options: [...optionsIn(severities), { value: 'none', label: words.noFindings }],
    finds: [],
  },
  {
    key: 'approval',
    label: words.approval,
    hint: null,
    options: optionsIn(approvalStates),
    finds: [],
  },
  { key: 'rule', label: words.rule, hint: null, options: [], finds: [{ kind: 'rule' }] },
  {
    key: 'certainty',
    label: words.certainty,
    hint: null,
    options: [{ value: 'inferred', label: certainties.inferred }],
    finds: [],
  },
  {
    key: 'questions',
    label: words.questions,
    hint: null,
    options: [{ value: 'open', label: words.open }],
    finds: [],
  },
]

const published: Filter = {
  key: 'published',
  label: words.published,
  hint: null,
  options: [...optionsIn(yesNoWords), { value: 'different', label: words.different }],
  finds: [],
}

const whether: readonly FilterOption[] = [
  { value: 'stated', label: certainties.stated },
  { value: 'notStated', label: answerWords.notStated },
]

function ofField(key: string, field: Field): Filter {
  const cells: CellFields = field.kind === 'rows' ? field.fields : { [key]: field }
  const options = field.kind === 'rows' ? inRows(field.fields) : inCell(field)
  return {
    key,
    label: field.label,
    hint: chapters[field.chapter],
    options: [...options, ...whether],
    finds: Object.values(cells).flatMap(foundBy),
  }
}

function inCell(field: Cell): readonly FilterOption[] {
  if (field.kind === 'choice' || field.kind === 'choices') return optionsIn(field.options)
  return field.kind === 'yesNo' ? optionsIn(yesNoWords) : []
}

/** A row is compared by its links, countries and choices; the unit of a period says nothing without its number. */
const inRows = (cells: CellFields) =>
  Object.entries(cells).flatMap(([key, cell]) =>
    cell.kind === 'choice' && key !== 'unit' ? optionsIn(cell.options) : [],
  )

function foundBy(cell: Cell): readonly Found[] {
  if (cell.kind === 'link') return [{ kind: 'noun', noun: cell.to }]
  return cell.kind === 'country' || cell.kind === 'countries' ? [{ kind: 'country' }] : []
}
