import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { type AnyRecord, questionFields, sourceFields } from '@ropewalk/domain/record.ts'
import { chunksOf } from '../chunks.ts'
import { secondsOf } from '../facts.ts'
import { schemaAddress } from '../json-schema.ts'
import type { Exported } from '../scene.ts'
import type { RegisterFacts } from './register-facts.ts'

/**
 * `{ $schema, registerId, asOf, generatedAt, exportId, head, signature, nextIds, records }`, one line a record, in chunks
 * of about 64 kB. Records come noun after noun in the catalogue's order; `base` is the public address of the server.
 */
export const registerJsonOf = (
  facts: RegisterFacts,
  batches: AsyncIterable<readonly Exported[]>,
  base?: string,
): AsyncGenerator<Buffer> => chunksOf(textsOf(facts, batches, base))

async function* textsOf(
  facts: RegisterFacts,
  batches: AsyncIterable<readonly Exported[]>,
  base: string | undefined,
): AsyncGenerator<string> {
  const { registerId, asOf, generatedAt, exportId, head, signature, nextIds } = facts
  const about = {
    ...(base === undefined ? {} : { $schema: schemaAddress('register', base) }),
    registerId,
    asOf,
    generatedAt: secondsOf(generatedAt),
    exportId,
    head,
    signature,
    nextIds,
  }
  yield `${JSON.stringify(about).slice(0, -1)},\n"records":{`
  let last: NounKey | undefined
  for await (const batch of batches)
    for (const { record } of batch) {
      const noun = nounOf(record.id)
      if (!noun) continue
      yield noun === last ? ',' : opening(last, noun)
      yield `\n${JSON.stringify(recordJson(noun, record))}`
      last = noun
    }
  yield `${opening(last, undefined)}}}\n`
}

/** Closes the list of one noun and opens that of another; nouns between them have no record. */
function opening(from: NounKey | undefined, to: NounKey | undefined): string {
  const start = from === undefined ? 0 : nounKeys.indexOf(from) + 1
  const end = to === undefined ? nounKeys.length : nounKeys.indexOf(to)
  if (end < start) throw new Error(`Records of ${to} came after those of ${from}`)
  const between = nounKeys.slice(start, end).map((noun, index) => {
    return `${start + index > 0 ? ',' : ''}\n"${noun}":[]`
  })
  const close = from === undefined ? '' : '\n]'
  const open = to === undefined ? '' : `${end > 0 ? ',' : ''}\n"${to}":[`
  return close + between.join('') + open
}

/** In the catalogue's order whatever the order of reading, so that the same state gives the same bytes. */
function recordJson(noun: NounKey, record: AnyRecord) {
  const { id, version, lastRow, createdAt, updatedAt, archivedAt, declared } = record
  const kept = { id, version, lastRow, createdAt, updatedAt, archivedAt, declared }
  return {
    ...kept,
    ...valuesOf(nouns[noun].fields, record),
    sources: rowsJson(sourceFields, record.sources),
    openQuestions: rowsJson(questionFields, record.openQuestions),
  }
}

type Values = Readonly<Record<string, unknown>>
const valuesOf = (fields: Fields, values: Values): Values =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      field.kind === 'rows'
        ? rowsJson(field.fields, values[key] as readonly AnyRow[])
        : values[key],
    ]),
  )

type AnyRow = { readonly rowId: string; readonly declared: unknown }
const rowsJson = (fields: Fields, rows: readonly AnyRow[]): Values[] =>
  rows.map((row) => ({ rowId: row.rowId, declared: row.declared, ...valuesOf(fields, row) }))
