import { type Cell, cellText } from '../cell.ts'
import { dataColumns } from '../datasets/activities/data.ts'
import { activityItem } from '../datasets/activities/item.ts'
import { secondsOf, stated } from '../facts.ts'
import { type RecordContent, recordContent } from '../paper/record-content.ts'
import type { ReportSource } from '../paper/source.ts'
import { answers } from '../word.ts'
import type { TextSheet } from '../workbook.ts'
import { notAnsweredSheet, organisationSheet } from './beside.ts'
import { headingsWithoutGroup } from './cnil-data.ts'
import { cnilFiche } from './cnil-fiche.ts'

/**
 * The record of a controller in the blocks of the CNIL’s « registre simplifié »: the list, one fiche for each activity,
 * and what the register cannot answer. Headings are the CNIL’s, in French; answers are in the language asked for.
 */
export function cnilSheets(source: ReportSource): TextSheet[] {
  const content = recordContent('controller', source)
  return [
    listSheet(content, source),
    { ...organisationSheet(source, content), name: 'Responsable de traitement' },
    ...content.activities.map((each) => cnilFiche(each, content.scene)),
    notAnsweredSheet(content, { headings: without, notes: [note] }, source.language),
  ]
}

const without = ['DPO externe (société)', ...headingsWithoutGroup]
const note =
  'Les données des groupes « compte », « facturation », « utilisation », « appareil », « témoins » et « localisation » du registre sont placées sous la rubrique correspondante de la CNIL ; les autres suivent sous leur propre nom.'

function listSheet({ activities, scene }: RecordContent, { language }: ReportSource): TextSheet {
  const text = (cell: Cell) => cellText(cell, language)
  const rows = activities.map(({ record, findings }) => {
    const [main, ...others] = record.purposes.map(({ purpose }) => stated(purpose))
    const special = dataColumns.special_categories.from(
      activityItem(record, scene, { findings }),
      scene,
    )
    return [
      text(stated(record.name)),
      record.id,
      text(secondsOf(record.createdAt)),
      text(secondsOf(record.updatedAt)),
      text(main ?? null),
      text(others.length > 0 ? others : answers.none),
      special === null ? text(null) : text(special !== answers.none),
    ]
  })
  return {
    name: 'Liste des traitements',
    rows: [
      [
        'Nom du traitement',
        'N° / réf.',
        'Date de création',
        'Dernière mise à jour',
        'Finalité principale',
        'Sous-finalités',
        'Données sensibles ? Oui/non',
      ],
      ...rows,
    ],
    widths: [40, 12, 22, 22, 50, 50, 18],
    bold: new Set([0]),
  }
}
