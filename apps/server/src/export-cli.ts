import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { askedIn, type Format, formats, streamOf } from './downloads.ts'
import type { Answer } from './people-cli.ts'
import { isReport, reportFile, usualFormat } from './report-files.ts'
import { withTable } from './table-of-dataset.ts'

type Given = {
  format?: string | undefined
  profile?: string | undefined
  columns?: string | undefined
  lang?: string | undefined
  archived?: string | undefined
  out?: string | undefined
  'as-of'?: string | undefined
}

const refusals = {
  format: both(
    'There is no format {format}: csv, xlsx or json.',
    'Il n’y a pas de format {format} : csv, xlsx ou json.',
  ),
  profile: both('--profile is excel or plain.', '--profile vaut excel ou plain.'),
}

/** One dataset or report to standard output, or to a file that appears whole or not at all. */
export async function exportDataset(
  context: Context,
  dataset: string,
  given: Given,
): Promise<Answer | undefined> {
  const { format = usualFormat(dataset) ?? 'csv', profile = 'plain', out, ...query } = given
  if (!isReport(dataset) && !Object.hasOwn(formats, format))
    throw new Refusal('INVALID', refusals.format, { values: { format } })
  if (profile !== 'plain' && profile !== 'excel') throw new Refusal('INVALID', refusals.profile)
  const { columns, lang, archived, 'as-of': asOf } = query
  const asked = askedIn(dataset, { columns, lang, archived, 'as-of': asOf })
  const draft = out && `${out}.part`
  try {
    const write = (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
      draft
        ? pipeline(Readable.from(chunks), createWriteStream(draft))
        : pipeline(Readable.from(chunks), process.stdout, { end: false })
    if (isReport(dataset)) await write([await reportFile(context, asked, format)])
    else
      await withTable(context, asked, (table) =>
        write(streamOf(table, { format: format as Format, profile, base: '' })),
      )
  } catch (error) {
    if (draft) await rm(draft, { force: true })
    throw error
  }
  if (draft && out) await rename(draft, out)
  return out ? { text: out, json: { file: out } } : undefined
}
