import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { type FindingChoice, findingChoice } from '@ropewalk/services/findings/chosen.ts'
import { selectionInput } from '@ropewalk/services/records/list.ts'
import { accepted } from '@ropewalk/services/verb.ts'
import * as z from 'zod'
import type { AskedDataset } from './table-of-dataset.ts'

/** What stands behind the `?` of an address, or the options of a command. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

const refusals = {
  language: both('lang is en or fr.', 'lang vaut en ou fr.'),
  archived: both('archived is yes or no.', 'archived vaut yes ou no.'),
  accepted: both('accepted is yes or no.', 'accepted vaut yes ou no.'),
}

const known = new Set(['profile', 'columns', 'archived', 'lang', 'as-of', 'q', 'sort'])

/** What an address asks of a dataset: its own parameters, and the filters of the list. */
export function askedIn(dataset: string, query: Query): AskedDataset {
  const one = (name: string) => [query[name]].flat().at(-1)
  const language = one('lang') ?? 'en'
  if (language !== 'en' && language !== 'fr')
    throw new Refusal('INVALID', refusals.language, { field: 'lang' })
  const archived = one('archived') ?? 'no'
  if (archived !== 'yes' && archived !== 'no')
    throw new Refusal('INVALID', refusals.archived, { field: 'archived' })
  const narrows = narrowing(dataset)
  const filters = Object.entries(query).flatMap(([key, value]) =>
    known.has(key) || narrows.includes(key) || value === undefined ? [] : [[key, value]],
  )
  const selection = accepted(z.strictObject(selectionInput), {
    ...(one('q') ? { search: one('q') } : {}),
    ...(filters.length > 0 ? { filters: Object.fromEntries(filters) } : {}),
    archived: archived === 'yes',
  })
  const columns = one('columns')
    ?.split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '')
  const findings = dataset === 'findings' ? findingsAsked(query) : undefined
  const asOf = one('as-of')
  const days = ofLog.has(dataset) ? { from: one('from'), to: one('to') } : {}
  return {
    dataset,
    columns,
    language: language satisfies Language,
    selection,
    findings,
    asOf,
    ...(dataset === 'impact' ? { records: [query.record ?? []].flat() } : {}),
    ...days,
  }
}

/** The parameters of an address that are no filters of a list. */
function narrowing(dataset: string): readonly string[] {
  if (ofLog.has(dataset)) return ['from', 'to']
  if (dataset === 'impact') return ['record']
  return dataset === 'findings' ? findingFilters : []
}

/** The datasets that take a period. */
const ofLog = new Set(['changes', 'exports', 'differences'])
const findingFilters = ['severity', 'rule', 'record', 'accepted']

/** `?severity=gap&rule=…&record=PA-0001&accepted=no`: as the findings' page has them in its address. */
function findingsAsked(query: Query): FindingChoice {
  const all = (name: string) => [query[name] ?? []].flat()
  const isAccepted = all('accepted').at(-1)
  if (isAccepted !== undefined && isAccepted !== 'yes' && isAccepted !== 'no')
    throw new Refusal('INVALID', refusals.accepted, { field: 'accepted' })
  const asked = {
    ...(query.severity ? { severity: all('severity') } : {}),
    ...(query.rule ? { rule: all('rule') } : {}),
    ...(query.record ? { recordId: all('record').at(-1) } : {}),
    ...(isAccepted ? { accepted: isAccepted === 'yes' } : {}),
  }
  return accepted(z.strictObject(findingChoice), asked)
}
