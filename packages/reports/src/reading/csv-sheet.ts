import { Refusal } from '@ropewalk/domain/refusal.ts'
import { CsvError, parse } from 'csv-parse/sync'
import { type Sheet, sheetWith } from './sheet.ts'
import { tableLimits, tableRefusals } from './table-limits.ts'

/**
 * The rows of a CSV file: UTF-8, with or without a byte order mark, separated by what its first line has most of:
 * comma, semicolon or tab. Strict: refuses other encodings, rows of another length and quotes that do not close.
 */
export function csvSheet(bytes: Uint8Array): Sheet {
  const text = utf8(bytes)
  return parsed(text, separatorOf(text))
}

/**
 * The rows of a pasted text: cells of a spreadsheet or CSV when every line has as many, else one name a line, so that
 * `Slack Technologies, Inc.` stays whole.
 */
export function pastedSheet(bytes: Uint8Array): Sheet {
  const text = utf8(bytes)
  const separator = separatorOf(text)
  if (text.includes(separator))
    try {
      return parsed(text, separator)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'TOO_LARGE') throw error
    }
  const sheet = sheetWith('')
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) sheet.add(at + 1, [line.trim()])
  return filled(sheet.done())
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('INVALID', tableRefusals.encoding)
  }
}

const separators = ['\t', ';', ','] as const

function separatorOf(text: string): string {
  const [line = ''] = text
    .trimStart()
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)
  const counts = separators.map((separator) => line.split(separator).length)
  const most = Math.max(...counts)
  return most === 1 ? ',' : (separators[counts.indexOf(most)] ?? ',')
}

/** `lines` is the number of the line that the record ends in. */
type Parsed = { record: string[]; info: { lines: number } }

function parsed(text: string, delimiter: string): Sheet {
  const sheet = sheetWith('')
  try {
    const rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      info: true,
      max_record_size: tableLimits.file,
    }) as unknown as Parsed[]
    for (const { record, info } of rows) sheet.add(info.lines - breaksIn(record.join('')), record)
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error
  }
  return filled(sheet.done())
}

const breaksIn = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0

function refusalOf(error: CsvError): Refusal {
  const { lines: line, record, expect } = error as unknown as Record<string, unknown>
  return error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
    ? new Refusal('INVALID', tableRefusals.ragged, {
        values: {
          line: Number(line),
          found: Array.isArray(record) ? record.length : 0,
          expected: Number(/expect (\d+)/.exec(error.message)?.[1] ?? expect),
        },
      })
    : new Refusal('INVALID', tableRefusals.quote, { values: { line: Number(line) } })
}

function filled(sheet: Sheet): Sheet {
  if (sheet.rows.length === 0) throw new Refusal('INVALID', tableRefusals.empty)
  return sheet
}
