import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { rowsOf } from '@ropewalk/domain/rows-of.ts'
import { answerWords, formatValue } from '@ropewalk/domain/values.ts'

type Row = Readonly<Record<string, unknown>> & { rowId: string; declared: AnyRecord['declared'] }

/** Everything that a record says, a line each, for golden files: what is not stated is left out. */
export function textOf(noun: NounKey, record: AnyRecord): string {
  const lists = rowsOf(noun)
  const plain = saidIn(nouns[noun].fields, record, record.declared)
  const rows = Object.entries(lists).flatMap(([key, fields]) =>
    (record[key] as readonly Row[]).flatMap((row) => [
      `${key} ${row.rowId}`,
      ...saidIn(fields, row, row.declared).map((said) => `  ${said}`),
    ]),
  )
  return `${[record.id, ...plain, ...rows].join('\n')}\n`
}

function saidIn(
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
  declared: AnyRecord['declared'],
): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const answer = declared[key]
    const given = answer ? [`${key}: ${answerWords[answer.answer].en} (${answer.reason})`] : []
    if (field.kind === 'rows') return given
    const text = formatValue(field, values[key], { language: 'en', names: () => undefined })
    return text === '' ? given : [...given, `${key}: ${text}`]
  })
}
