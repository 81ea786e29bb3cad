import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { type Column, columnsOf } from '../column.ts'
import { type Dataset, dataset } from '../dataset.ts'
import { keptColumns } from '../facts.ts'
import { fieldColumn } from '../field-column.ts'

const { text } = columnsOf<{ record: AnyRecord }>()

/** A noun whose dataset is its catalogue: its id, its fields in their order, what every record keeps, later fields. */
const catalogued = (noun: NounKey, later: readonly string[] = []): Dataset => {
  const fields: Fields = nouns[noun].fields
  const columnsFor = (keys: readonly string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const field = fields[key]
        return field ? [[snake(key), fieldColumn(fields, key, field)]] : []
      }),
    )
  const columns: Record<string, Column<{ record: AnyRecord }>> = {
    [`${snake(noun)}_id`]: text(({ record }) => record.id),
    ...columnsFor(Object.keys(fields).filter((key) => !later.includes(key))),
    ...keptColumns,
    ...columnsFor(later),
  }
  return dataset({
    key: nouns[noun].path,
    nouns: [noun],
    items: (record) => [{ record }],
    columns: () => columns,
  })
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const dataSubjects = catalogued('dataSubject')
export const parties = catalogued('party', [
  'authorisation',
  'noticeDays',
  'objectionDays',
  'noticeDaysCounted',
  'noticeHolidays',
  'noticeContacts',
])
export const measures = catalogued('measure')
export const documents = catalogued('document')
export const products = catalogued('product')
export const organisations = catalogued('organisation', ['noticeDays', 'objectionDays'])
