import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { cellText } from '../cell.ts'
import { activityItem } from '../datasets/activities/item.ts'
import { recordContent } from '../paper/record-content.ts'
import type { ReportSource } from '../paper/source.ts'
import type { TextSheet } from '../workbook.ts'
import { activitiesSheet, notAnsweredSheet, organisationSheet, type Placed } from './beside.ts'
import { icoColumns } from './ico-columns.ts'

/**
 * The record of a controller under the 30 headings of the ICO’s template, in their order: one row for each purpose of
 * an activity, so that purpose, lawful basis and interest stand side by side. Further sheets say whose record it is,
 * which row is which activity, and what the register cannot answer.
 */
export function icoSheets(source: ReportSource): TextSheet[] {
  const { language } = source
  const content = recordContent('controller', source)
  const rows: string[][] = []
  const placed = content.activities.map(({ record, findings }): Placed => {
    const first = rows.length + 2
    const item = activityItem(record, content.scene, { findings })
    for (const purpose of purposesOf(record))
      rows.push(
        icoColumns.map(({ from }) =>
          cellText(from?.({ ...item, purpose }, content.scene) ?? null, language),
        ),
      )
    return { record: record as unknown as AnyRecord, first, last: rows.length + 1 }
  })
  const headings = icoColumns.map(({ heading }) => heading)
  return [
    {
      name: 'Controller',
      rows: [headings, ...rows],
      widths: headings.map(() => 28),
      bold: new Set([0]),
    },
    organisationSheet(source, content),
    activitiesSheet(placed, language),
    notAnsweredSheet(
      content,
      { headings: icoColumns.filter(({ from }) => !from).map(({ heading }) => heading) },
      language,
    ),
  ]
}

/** An activity without a purpose has its row all the same. */
const purposesOf = ({
  purposes,
}: Activity): readonly (Activity['purposes'][number] | undefined)[] =>
  purposes.length > 0 ? purposes : [undefined]
