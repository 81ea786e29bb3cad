import { why } from '@ropewalk/domain/activity/why.ts'
import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import type { Cell, Item } from '../../cell.ts'
import { columnsOf } from '../../column.ts'
import { answerTo, listOr, nameOf, stated } from '../../facts.ts'
import { wordOf } from '../../word.ts'
import { type ActivityItem, answerOf } from './item.ts'

type Purpose = ActivityItem['record']['purposes'][number]
const cells = why.purposes.fields

/** Nth with nth purpose: a hole is the answer given in its place, else not stated. */
const parallel = ({ record }: ActivityItem, cell: (row: Purpose) => Item): Cell =>
  listOr(record.purposes.map(cell), answerOf(record, 'purposes'))

const otherwise = ({ record }: ActivityItem, row: Purpose, key: keyof typeof cells) =>
  answerTo(cells, { declared: row.declared, role: record.role }, key)

const { list, choices } = columnsOf<ActivityItem>()

export const whyColumns = {
  purposes: list((item) => parallel(item, (row) => stated(row.purpose))),
  legal_bases: choices(legalBases, (item) =>
    parallel(
      item,
      (row) => wordOf(legalBases, row.legalBasis) ?? otherwise(item, row, 'legalBasis'),
    ),
  ),
  legitimate_interests: list((item) =>
    parallel(
      item,
      (row) => stated(row.legitimateInterest) ?? otherwise(item, row, 'legitimateInterest'),
    ),
  ),
  joint_controllers: list(({ record }, { look }) =>
    listOr(
      record.jointControllers.map((row) => nameOf(row.party, look.party(row.party))),
      answerOf(record, 'jointControllers'),
    ),
  ),
} as const
