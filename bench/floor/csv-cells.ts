import { dataSources, periodUnits } from '@ropewalk/domain/activity/data.ts'
import { assessmentNeeds, automatedKinds } from '@ropewalk/domain/activity/safeguards.ts'
import { activityRoles, lifecycles, operations } from '@ropewalk/domain/activity/what.ts'
import { rules } from '@ropewalk/domain/findings/rules.ts'
import { legalBases, specialConditions, specialKinds } from '@ropewalk/domain/legal-bases.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'

export type Row = Record<string, string | number | null>
export type Which = 'controller' | 'processor'

const both = ['name', 'role', 'organisation', 'organisation_contact']
const end = ['lifecycle', 'next_review_on', 'findings', 'version', 'updated_at', 'source']
const order: Record<Which, readonly string[]> = {
  controller: [
    ...['row_no', 'activity_id', ...both, 'joint_controllers', 'representative', 'dpo'],
    ...['business_function', 'owner', 'purposes', 'legal_bases', 'legitimate_interests'],
    ...['data_subjects', 'data_categories', 'special_categories', 'art9_conditions'],
    ...['data_sources', 'recipients', 'processors', 'third_countries', 'transfer_mechanisms'],
    ...['retention', 'security_measures', 'automated_decisions', 'dpia', 'systems'],
    ...['storage_countries', ...end],
  ],
  processor: [
    ...['row_no', 'activity_id', ...both, 'representative', 'dpo', 'controllers_served'],
    ...['controller_contacts', 'processing_categories', 'sub_processors', 'third_countries'],
    ...['transfer_mechanisms', 'security_measures', 'data_subjects', 'data_categories'],
    ...['retention', ...end],
  ],
}
export const columns = (which: Which, findings: boolean): string[] =>
  order[which].filter((column) => findings || column !== 'findings')

const said = (column: string) => `coalesce(nullif(${column}, ''), 'not stated')`
/** The values of a list of rows in their order, joined as in the file; `name` of what they link to. */
const joined = (list: string, value: string, link?: readonly [string, string]) =>
  `(select group_concat(${value}, ' | ' order by r.position) from activity_${list} r ${link ? `join ${link[0]} l on l.id = r.${link[1]}` : ''} where r.record_id = a.id)`
const abroad = (value: string) =>
  `(select json_group_array(distinct ${value}) from (select l.* from activity_sub_processors r join sub_processor_locations l on l.record_id = r.sub_processor where r.record_id = a.id order by r.position, l.position) p where p.country not in eea)`

const cells: Record<string, string> = {
  activity_id: 'a.id',
  name: said('a.name'),
  role: 'a.role',
  organisation: 'o.name',
  organisation_contact: `o.address || ' | ' || o.email`,
  joint_controllers: joined('joint_controllers', 'l.name', ['parties', 'party']),
  representative: said('o.representative'),
  dpo: said('o.dpo'),
  business_function: said('a.business_function'),
  owner: `json_extract(a.owner, '$.text')`,
  purposes: joined('purposes', said('r.purpose')),
  legal_bases: joined('purposes', said('r.legal_basis')),
  legitimate_interests: joined('purposes', said('r.legitimate_interest')),
  data_subjects: joined('data_subjects', 'l.name', ['data_subjects', 'data_subject']),
  data_categories: joined('data', 'l.name', ['data_categories', 'data_category']),
  special_categories: joined('data', `nullif(l.special_kinds, '[]')`, [
    'data_categories',
    'data_category',
  ]),
  art9_conditions: joined('data', 'r.special_condition'),
  data_sources: 'a.data_sources',
  recipients: joined('recipients', 'l.name', ['parties', 'party']),
  processors: joined('sub_processors', 'l.name', ['sub_processors', 'sub_processor']),
  sub_processors: joined('sub_processors', 'l.name', ['sub_processors', 'sub_processor']),
  third_countries: abroad('p.country'),
  transfer_mechanisms: abroad(`coalesce(p.mechanism, 'not stated')`),
  retention: joined(
    'data',
    `case when r.period is null then 'not stated' else r.period || ' ' || r.unit || ' from ' || r.trigger end`,
  ),
  security_measures: joined('measures', 'l.name', ['measures', 'measure']),
  automated_decisions: 'a.automated_decisions',
  dpia: 'a.dpia_need',
  systems: 'a.systems',
  storage_countries: 'a.storage_countries',
  controllers_served: joined('controllers_served', 'l.name', ['parties', 'party']),
  controller_contacts: joined('controllers_served', `l.contact || ', ' || l.contact_email`, [
    'parties',
    'party',
  ]),
  processing_categories: joined('controllers_served', 'r.processing_categories'),
  lifecycle: 'a.lifecycle',
  next_review_on: 'a.next_review_on',
  findings: 'j.findings',
  version: 'a.version',
  updated_at: `substr(a.updated_at, 1, 19) || 'Z'`,
  source: `(select group_concat(said, ' | ') from (select distinct document || ' ' || lines || ' ' || certainty as said from sources where record_id = a.id order by position))`,
}

/** One statement that joins everything a file of activities shows. */
export function statement(which: Which, findings: boolean): string {
  const wanted = columns(which, findings).filter((column) => column !== 'row_no')
  const left =
    which === 'controller' ? `<> 'processor'` : `not in ('controller', 'jointController')`
  return `with eea as (select country from reference_data where kind = 'eea' and coalesce(until, '9999') >= date('now'))
    select ${wanted.map((column) => `${cells[column]} as ${column}`).join(', ')}
    from activities a left join organisations o on o.id = a.organisation
    ${findings ? 'left join judgements j on j.record_id = a.id' : ''}
    where a.archived_at is null and a.role ${left} order by a.number`
}

/** The cells as the file writes them: choices by their words, lists joined, nothing stated in words. */
export function cellsOf(row: Row, number: number): Record<string, string> {
  const written: Record<string, string> = { row_no: String(number) }
  for (const [column, value] of Object.entries(row)) {
    const write = writers[column]
    const text = write ? write(value === null ? '' : String(value)) : String(value ?? '')
    written[column] = text === '' ? 'not stated' : text
  }
  if (row.role === 'toConfirm')
    for (const column of ['processors', 'sub_processors'])
      if (row[column])
        written[column] = `${row[column]}`.replaceAll(' | ', toConfirm + joint) + toConfirm
  return written
}

const joint = ' | '
const toConfirm = ' (to confirm)'
type Words = Readonly<Record<string, { en: string }>>
const word = (words: Words) => (key: string) => words[key]?.en ?? key
const each = (write: (value: string) => string) => (text: string) =>
  text.split(joint).map(write).join(joint)
const ofList = (write: (value: string) => string) => (text: string) =>
  (text === '' ? [] : (JSON.parse(text) as string[])).map(write).join(joint)
const distinct = (texts: readonly string[]) => [...new Set(texts)].join(joint)
const regions = new Intl.DisplayNames('en', { type: 'region' })
const known = new Map<string, string>()
const country = (code: string) => {
  const name = known.get(code) ?? regions.of(code) ?? code
  known.set(code, name)
  return name
}

const writers: Record<string, (text: string) => string> = {
  role: word(activityRoles),
  legal_bases: each(word(legalBases)),
  special_categories: (text) =>
    text === ''
      ? ''
      : distinct(
          text
            .split(joint)
            .flatMap((list) => (JSON.parse(list) as string[]).map(word(specialKinds))),
        ),
  art9_conditions: (text) =>
    text === '' ? '' : distinct(text.split(joint).map(word(specialConditions))),
  data_sources: ofList(word(dataSources)),
  third_countries: ofList(country),
  transfer_mechanisms: ofList(word(mechanisms)),
  retention: each((text) =>
    text.replace(/ (\w+) from /, (_, unit: string) => ` ${unitOf(text, unit)} from `),
  ),
  automated_decisions: word(automatedKinds),
  dpia: word(assessmentNeeds),
  systems: ofList((name) => name),
  storage_countries: ofList(country),
  processing_categories: each((list) =>
    list === '' ? '' : (JSON.parse(list) as string[]).map(word(operations)).join(', '),
  ),
  lifecycle: word(lifecycles),
  findings: (text) => {
    const found = text === '' ? [] : (JSON.parse(text) as { rule: string }[])
    return found.length === 0
      ? 'none'
      : distinct(found.map(({ rule }) => rules[rule]?.title.en ?? rule))
  },
}

const unitOf = (text: string, unit: string) =>
  text.startsWith('1 ') ? unit.replace(/s$/, '') : word(periodUnits)(unit)
