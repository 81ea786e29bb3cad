import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { type Column, columnsOf } from '../column.ts'
import { type Dataset, dataset } from '../dataset.ts'
import { keptColumns } from '../facts.ts'
import { fieldColumn } from '../field-column.ts'

const { text } = columnsOf<{ record: AnyRecord }>()

/** A noun whose dataset is its catalogue: its id, its fields in their order, what every record keeps. */
const catalogued = (noun: NounKey): Dataset => {
  const fields: Fields = nouns[noun].fields
  const columns: Record<string, Column<{ record: AnyRecord }>> = {
    [`${snake(noun)}_id`]: text(({ record }) => record.id),
    ...Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [snake(key), fieldColumn(fields, key, field)]),
    ),
    ...keptColumns,
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
export const parties = catalogued('party')
export const measures = catalogued('measure')
export const documents = catalogued('document')
export const products = catalogued('product')
export const organisations = catalogued('organisation')
