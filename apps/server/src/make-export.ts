import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { csvOf } from '@ropewalk/reports/csv.ts'
import type { GivenWith } from '@ropewalk/reports/given-with.ts'
import { jsonOf } from '@ropewalk/reports/json.ts'
import type { Table } from '@ropewalk/reports/table.ts'
import { contextAt } from '@ropewalk/services/log/context-at.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import { type Context, permit } from '@ropewalk/services/verb.ts'
import { askedIn, type Query } from './asked-export.ts'
import { loggedExport } from './logged-export.ts'
import { checkRegister, withRegister } from './register-exports.ts'
import { isReport, reportFile, reportTypes } from './report-files.ts'
import { spooledWorkbook } from './spooled-workbook.ts'
import { withTable } from './table-of-dataset.ts'

const formats = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
type Format = keyof typeof formats

const refusals = {
  format: both(
    'There is no format {format}: csv, xlsx or json.',
    'Il n’y a pas de format {format} : csv, xlsx ou json.',
  ),
}

/** What is asked for, by whatever door: a dataset or a report, in a format, with what stands behind the `?`. */
export type AskedExport = {
  name: string
  format: string
  query: Query
  profile: 'excel' | 'plain'
  /** The public address of the server; undefined where none is known. */
  base: string | undefined
}
/** A file on its way out: `headLine` is the signed head of the log that it is given with. */
export type ExportedFile = { type: string; headLine: string; chunks: AsyncIterable<Uint8Array> }
type Write<T> = (file: ExportedFile) => Promise<T>

/** Draws what is asked as whoever asks, hands it to `write`, and tells it in the log when its last byte is on its way. */
export async function makeExport<T>(
  { context, heads }: { context: Context; heads: Heads },
  asked: AskedExport,
  write: Write<T>,
): Promise<T> {
  const { name, format, query } = asked
  const isDocument = isReport(name)
  const isWhole = name === 'register'
  if (isWhole) checkRegister(format, query)
  else if (!isDocument && !Object.hasOwn(formats, format))
    throw new Refusal('NOT_FOUND', refusals.format, { values: { format } })
  permit(context.actor, 'register:export')
  const wanted = askedIn(name, query)
  const then = await contextAt(context, wanted.asOf)
  const parameters = textOf(query)
  const made = await loggedExport(context, heads, { dataset: name, format, parameters })
  const file = (type: string, chunks: AsyncIterable<Uint8Array>): ExportedFile => ({
    type,
    headLine: made.headLine,
    chunks: made.told(chunks),
  })
  if (isWhole)
    return withRegister(then, { ...asked, ...made }, ({ type, chunks }) =>
      write(file(type, chunks)),
    )
  if (isDocument) {
    const bytes = await reportFile(then, { ...wanted, head: made.shortHead, given: made }, format)
    return write(file(reportTypes[format] ?? '', chunked(bytes)))
  }
  return withTable(then, wanted, (table) =>
    write(
      file(
        formats[format as Format],
        streamOf(made.counted(table), { ...asked, given: made, format: format as Format }),
      ),
    ),
  )
}

async function* chunked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

type Form = Pick<AskedExport, 'profile' | 'base'> & { format: Format; given: GivenWith }

async function* streamOf(
  table: Table,
  { format, profile, base, given }: Form,
): AsyncGenerator<Uint8Array> {
  if (format === 'csv') yield* csvOf(table, { profile })
  else if (format === 'json') yield* jsonOf(table, base, given)
  else {
    const { xlsxOf } = await import('@ropewalk/reports/xlsx.ts')
    yield* spooledWorkbook(xlsxOf(table), given)
  }
}

/** What was asked beside the name, as the log keeps it: at most 4,000 characters, and it shows where there was more. */
function textOf(query: Query): string {
  const text = Object.entries(query)
    .flatMap(([key, value]) => [value ?? []].flat().map((each) => `${key}=${each}`))
    .join('&')
  return text.length > 4_000 ? `${text.slice(0, 3_999)}…` : text
}
