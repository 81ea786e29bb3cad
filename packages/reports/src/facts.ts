import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { periodUnits } from '@ropewalk/domain/activity/data.ts'
import type { Declared, Fields, Person, Reference } from '@ropewalk/domain/field.ts'
import { isDeclared } from '@ropewalk/domain/findings/declared.ts'
import { rules } from '@ropewalk/domain/findings/rules.ts'
import { certainties, type Kept } from '@ropewalk/domain/record.ts'
import { personText, referenceText } from '@ropewalk/domain/values.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Cell, Item, Word } from './cell.ts'
import { columnsOf } from './column.ts'
import type { JudgedFinding, Scene } from './scene.ts'
import { answers, distinct } from './word.ts'

/** A text, or not stated. */
export const stated = (text: string | null): string | null => (text === '' ? null : text)

/** The stated parts in one text: `Jane Doe, counsel, jane@example.org`. */
export const inOne = (parts: readonly (string | null)[]): string | null =>
  stated(parts.filter((part) => part !== null && part !== '').join(', '))

/** The name of a linked record, else its id. */
export const nameOf = (id: string | null, record: { name: string } | undefined): string | null =>
  id === null ? null : record?.name || id

export const personCell = (person: Person | null, { names }: Scene): string | null =>
  person && stated(personText(person, names))
export const referenceCell = (reference: Reference | null, { names }: Scene): string | null =>
  reference && stated(referenceText(reference, names))

type Answering = { readonly declared: Declared; readonly role?: unknown }
/** The answer given in a field's place, if any: *none* or *not applicable*. */
export const answerTo = (fields: Fields, record: Answering, key: string): Word | null => {
  const declared = record.declared[key]
  return declared && isDeclared(fields, record, key) ? answers[declared.answer] : null
}

/** Several values, or what to say when there are none; one without a text is not stated. */
export const listOr = (items: readonly Item[], otherwise: Cell): Cell => {
  if (items.length === 0) return otherwise
  return items.includes('') ? items.map((item) => (item === '' ? null : item)) : items
}

/** `YYYY-MM-DDThh:mm:ssZ`; empty while nothing has happened. */
export const secondsOf = (instant: string | null): string =>
  instant === null ? '' : `${instant.slice(0, 19)}Z`

const singular: Readonly<Record<keyof typeof periodUnits, Word['label']>> = {
  days: both('day', 'jour'),
  weeks: both('week', 'semaine'),
  months: both('month', 'mois'),
  years: both('year', 'an'),
}
const unitless = both(' (unit not stated)', ' (unité non indiquée)')
const from = both(' from ', ' à compter de : ')

/** `6 months from the end of the contract`, or the criteria; what starts the period where nothing else is stated. */
export function retentionText(row: Activity['data'][number], { language }: Scene): string | null {
  const since = row.trigger && `${from[language]}${row.trigger}`
  if (row.period === null) return stated(row.criteria) ?? stated(since.trim())
  const unit = row.unit && (row.period === 1 ? singular : periodUnits)[row.unit][language]
  return `${row.period}${unit ? ` ${unit}` : unitless[language]}${since}`
}

/** `DOC-0002 L52 L100 stated`, each once. */
export const sourcesOf = (record: Pick<Kept, 'sources'>, { language }: Scene): Cell =>
  listOr(
    distinct(
      record.sources.map(({ document, lines, certainty }) =>
        [document, lines, certainty && certainties[certainty][language]].filter(Boolean).join(' '),
      ),
    ).filter((text) => text !== ''),
    null,
  )

const accepted = both(' (accepted)', ' (accepté)')
/** What is found, each rule once; what a person accepted is marked. Sentences stand in the dataset `findings`. */
export function findingsCell(findings: readonly JudgedFinding[] | undefined): Cell {
  if (!findings)
    throw new Error('The column findings was picked, but records came without findings')
  const words = findings.map((finding) =>
    (finding.accepted ? acceptedWord : ruleWord)(finding.rule),
  )
  return listOr(distinct(words), answers.none)
}

const remembered = (make: (rule: string) => Word) => {
  const words = new Map<string, Word>()
  return (rule: string): Word => {
    const word = words.get(rule) ?? make(rule)
    words.set(rule, word)
    return word
  }
}
export const ruleWord = remembered((key) => ({ key, label: rules[key]?.title ?? both(key, key) }))
const acceptedWord = remembered((key) => {
  const { label } = ruleWord(key)
  return { key: key + accepted.en, label: both(label.en + accepted.en, label.fr + accepted.fr) }
})

const { list, number, time } = columnsOf<{
  record: Pick<Kept, 'version' | 'updatedAt' | 'sources'>
}>()
/** The last columns of every record. */
export const keptColumns = {
  version: number(({ record }) => record.version),
  updated_at: time(({ record }) => secondsOf(record.updatedAt)),
  source: list(({ record }, scene) => sourcesOf(record, scene)),
} as const
