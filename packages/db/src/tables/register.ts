import type { CellFields, Declared, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { questionFields, sourceFields } from '@ropewalk/domain/record.ts'
import type { Makers } from '../makers.ts'
import { snake } from '../names.ts'
import { columnsOf, rowKeys } from './columns.ts'

/** One table a noun, one a list of rows, and two lists that every record has. */
export function registerTables(make: Makers) {
  const idOf = (noun: string) => tables[noun as NounKey].id

  const nounTable = <Fs extends Fields>(noun: NounKey, fields: Fs) =>
    make.table(
      snake(nouns[noun].path).replaceAll('-', '_'),
      {
        id: make.text('id').primaryKey(),
        number: make.integer('number').notNull(),
        version: make.integer('version').notNull(),
        lastRow: make.integer('last_row').notNull(),
        createdAt: make.text('created_at').notNull(),
        updatedAt: make.text('updated_at').notNull(),
        archivedAt: make.text('archived_at'),
        declared: make.json('declared').$type<Declared>().notNull().default({}),
        sortName: make.text('sort_name').notNull().default(''),
        ...columnsOf(make, fields, idOf),
      },
      (table) => [
        make.index(`${snake(noun)}_number`).on(table.number),
        make.index(`${snake(noun)}_sort_name`).on(table.sortName, table.number),
      ],
    )

  const tables = {
    activity: nounTable('activity', nouns.activity.fields),
    subProcessor: nounTable('subProcessor', nouns.subProcessor.fields),
    dataCategory: nounTable('dataCategory', nouns.dataCategory.fields),
    dataSubject: nounTable('dataSubject', nouns.dataSubject.fields),
    party: nounTable('party', nouns.party.fields),
    measure: nounTable('measure', nouns.measure.fields),
    organisation: nounTable('organisation', nouns.organisation.fields),
    product: nounTable('product', nouns.product.fields),
    document: nounTable('document', nouns.document.fields),
  }

  const rowTable = <Fs extends CellFields>(noun: NounKey, key: string, fields: Fs) => {
    const name = `${snake(noun)}_${snake(key)}`
    const linked = Object.keys(fields).filter((cell) => fields[cell]?.kind === 'link')
    return make.table(
      name,
      {
        rowId: make.text('row_id').primaryKey(),
        recordId: make
          .text('record_id')
          .notNull()
          .references(() => tables[noun].id as never),
        position: make.integer('position').notNull(),
        declared: make.json('declared').$type<Declared>().notNull().default({}),
        ...columnsOf(make, fields, idOf),
      },
      (table) => [
        make.index(`${name}_record`).on(table.recordId),
        ...linked.map((cell) => {
          const column = (table as unknown as Record<string, typeof table.recordId>)[cell]
          return make.index(`${name}_${snake(cell)}`).on(column as typeof table.recordId)
        }),
      ],
    )
  }

  const rowTables = Object.fromEntries(
    nounKeys.map((noun) => [
      noun,
      Object.fromEntries(
        rowKeys(nouns[noun].fields).map(([key, fields]) => [key, rowTable(noun, key, fields)]),
      ),
    ]),
  ) as unknown as RowTables

  const keptList = <Fs extends CellFields>(name: string, fields: Fs) =>
    make.table(
      name,
      {
        rowId: make.text('row_id').primaryKey(),
        recordId: make.text('record_id').notNull(),
        position: make.integer('position').notNull(),
        declared: make.json('declared').$type<Declared>().notNull().default({}),
        ...columnsOf(make, fields, idOf),
      },
      (table) => [make.index(`${name}_record`).on(table.recordId)],
    )

  return {
    nouns: tables,
    rows: rowTables,
    sources: keptList('sources', sourceFields),
    openQuestions: keptList('open_questions', questionFields),
  }

  type RowKeys<Fs extends Fields> = {
    [Key in keyof Fs as Fs[Key] extends { kind: 'rows' } ? Key : never]: Fs[Key] extends {
      kind: 'rows'
      fields: infer Cells extends CellFields
    }
      ? ReturnType<typeof rowTable<Cells>>
      : never
  }
  type RowTables = { [N in NounKey]: RowKeys<(typeof nouns)[N]['fields']> }
}
