import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { contextAt } from '@ropewalk/services/log/context-at.ts'
import { askedIn, type Form, type Format, formats, streamOf } from './downloads.ts'
import { loggedExport } from './logged-export.ts'
import type { Answer, CommandContext } from './people-cli.ts'
import { withTable } from './table-of-dataset.ts'

type Given = {
  format?: string | undefined
  profile?: string | undefined
  columns?: string | undefined
  lang?: string | undefined
  archived?: string | undefined
  out?: string | undefined
  'as-of'?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const refusals = {
  format: both(
    'There is no format {format}: csv, xlsx or json.',
    'Il n’y a pas de format {format} : csv, xlsx ou json.',
  ),
  profile: both('--profile is excel or plain.', '--profile vaut excel ou plain.'),
}

/** One dataset to standard output, or to a file that appears whole or not at all. */
export async function exportDataset(
  { heads, url, ...context }: CommandContext,
  dataset: string,
  given: Given,
): Promise<Answer | undefined> {
  const { format = 'csv', profile = 'plain', out, ...query } = given
  if (!Object.hasOwn(formats, format))
    throw new Refusal('INVALID', refusals.format, { values: { format } })
  if (profile !== 'plain' && profile !== 'excel') throw new Refusal('INVALID', refusals.profile)
  const { columns, lang, archived, from, to, 'as-of': asOf } = query
  const asked = askedIn(dataset, { columns, lang, archived, from, to, 'as-of': asOf })
  const draft = out && `${out}.part`
  const parameters = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  )
  const made = await loggedExport(context, heads, {
    dataset,
    format,
    parameters: parameters.join('&'),
  })
  try {
    await withTable(await contextAt(context, asked.asOf), asked, (table) => {
      const form: Form = { format: format as Format, profile, base: url }
      const chunks = Readable.from(made.told(streamOf(made.counted(table), form)))
      return draft
        ? pipeline(chunks, createWriteStream(draft))
        : pipeline(chunks, process.stdout, { end: false })
    })
  } catch (error) {
    if (draft) await rm(draft, { force: true })
    throw error
  }
  if (draft && out) await rename(draft, out)
  return out ? { text: out, json: { file: out } } : undefined
}
