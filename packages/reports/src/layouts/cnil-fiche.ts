import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { type Cell, cellText } from '../cell.ts'
import { type ActivityItem, activityItem, answerOf } from '../datasets/activities/item.ts'
import { contactOf, officerOf } from '../datasets/activities/organisation.ts'
import { inOne, listOr, nameOf, referenceCell, secondsOf, stated } from '../facts.ts'
import type { ActivityInRecord } from '../paper/in-record.ts'
import type { Scene } from '../scene.ts'
import { countryWord, wordOf } from '../word.ts'
import type { TextSheet } from '../workbook.ts'
import { categoryRows, sensitiveRows } from './cnil-data.ts'
import { recipientRows } from './cnil-recipients.ts'

/** A block of the fiche: its heading with those of its further columns, and its rows; an answer stands in their place. */
type CnilBlock = { head: readonly string[]; rows: readonly (readonly Cell[])[] }

/** One activity in the blocks of the CNIL’s fiche, from top to bottom, on a sheet named by its id. */
export function cnilFiche({ record, findings }: ActivityInRecord, scene: Scene): TextSheet {
  const item = activityItem(record, scene, { findings })
  const rows: string[][] = []
  const bold = new Set<number>()
  for (const { head, rows: some } of blocksOf(item, scene)) {
    if (rows.length > 0) rows.push([''])
    bold.add(rows.length)
    rows.push([...head], ...some.map((row) => row.map((cell) => cellText(cell, scene.language))))
  }
  return { name: record.id, rows, widths: [52, 60, 40, 30], bold }
}

const blocksOf = (item: ActivityItem, scene: Scene): CnilBlock[] => [
  {
    head: ['Fiche de registre'],
    rows: [
      ['Référence', item.record.id],
      ['Nom', stated(item.record.name)],
      ['Date de création', secondsOf(item.record.createdAt)],
      ['Mise à jour', secondsOf(item.record.updatedAt)],
    ],
  },
  { head: ['Acteurs'], rows: actors(item, scene) },
  { head: ['Finalité(s)'], rows: purposes(item.record) },
  {
    head: ['Catégories de données personnelles concernées', 'Description', 'Durée de conservation'],
    rows: categoryRows(item.record, scene),
  },
  {
    head: ['Données sensibles', 'Description', 'Durée de conservation'],
    rows: sensitiveRows(item.record, scene),
  },
  {
    head: ['Catégories de personnes concernées', 'Précisions'],
    rows: subjects(item.record, scene),
  },
  { head: ['Destinataires', 'Précisions'], rows: recipientRows(item, scene) },
  { head: ['Mesures de sécurité', 'Précisions'], rows: measures(item.record, scene) },
  {
    head: ['Transferts hors UE', 'Pays', 'Type de garanties', 'Lien vers le document'],
    rows: transfers(item, scene),
  },
]

const actors = ({ record, organisation }: ActivityItem, { look }: Scene): Cell[][] => [
  ['Responsable du traitement', nameOf(record.organisation, organisation), contactOf(organisation)],
  ['DPO', officerOf(organisation, 'dpo')],
  ['DPO externe (société)', null],
  ['Représentant', officerOf(organisation, 'representative')],
  [
    'Responsable(s) conjoint(s)',
    listOr(
      record.jointControllers.map(({ party: id }) => {
        const party = look.party(id)
        return inOne([nameOf(id, party), party?.contact ?? '', party?.contactEmail ?? ''])
      }),
      answerOf(record, 'jointControllers'),
    ),
  ],
]

function purposes(record: Activity): Cell[][] {
  const [main, ...others] = record.purposes
  return [
    ['Finalité principale', main ? stated(main.purpose) : answerOf(record, 'purposes')],
    ...others.map(({ purpose }, index) => [`Sous-finalité ${index + 1}`, stated(purpose)]),
  ]
}

const subjects = (record: Activity, { look }: Scene): readonly (readonly Cell[])[] =>
  rowsOr(
    record.dataSubjects.map(({ dataSubject: id, note }) => {
      const subject = look.dataSubject(id)
      return [nameOf(id, subject), inOne([subject?.description ?? '', note])]
    }),
    answerOf(record, 'dataSubjects'),
  )

const measures = (record: Activity, { look }: Scene): readonly (readonly Cell[])[] =>
  rowsOr(
    record.measures.map(({ measure: id, note }) => {
      const measure = look.measure(id)
      return [nameOf(id, measure), inOne([measure?.description ?? '', note])]
    }),
    null,
  )

const transfers = (item: ActivityItem, scene: Scene): readonly (readonly Cell[])[] =>
  rowsOr(
    item
      .abroad()
      .map(({ importer, country, mechanism, document }) => [
        stated(importer),
        countryWord(country),
        wordOf(mechanisms, mechanism),
        referenceCell(document, scene),
      ]),
    answerOf(item.record, 'transfers'),
  )

const rowsOr = (rows: readonly (readonly Cell[])[], otherwise: Cell) =>
  rows.length > 0 ? rows : [[otherwise]]
