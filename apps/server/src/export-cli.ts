import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { askedIn, type Format, formats, streamOf } from './downloads.ts'
import type { Answer } from './people-cli.ts'
import { withRegister } from './register-exports.ts'
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

/** One dataset, or the whole register, to standard output, or to a file that appears whole or not at all. */
export async function exportDataset(
  context: Context,
  dataset: string,
  given: Given,
): Promise<Answer | undefined> {
  const { out } = given
  const draft = out && `${out}.part`
  const write = (chunks: AsyncIterable<Uint8Array>) =>
    draft
      ? pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(draft))
      : pipeline(Readable.from(chunks, { objectMode: false }), process.stdout, { end: false })
  try {
    await (dataset === 'register' ? register : table)(context, { dataset, given }, write)
  } catch (error) {
    if (draft) await rm(draft, { force: true })
    throw error
  }
  if (draft && out) await rename(draft, out)
  return out ? { text: out, json: { file: out } } : undefined
}

type Asked = { dataset: string; given: Given }
type Write = (chunks: AsyncIterable<Uint8Array>) => Promise<void>

function register(context: Context, { given }: Asked, write: Write): Promise<void> {
  const { format = 'json', profile, columns, lang, archived, 'as-of': asOf } = given
  const query = { profile, columns, lang, archived, 'as-of': asOf }
  return withRegister(context, { format, query, base: '' }, ({ chunks }) => write(chunks))
}

function table(context: Context, { dataset, given }: Asked, write: Write): Promise<void> {
  const { format = 'csv', profile = 'plain', columns, lang, archived, 'as-of': asOf } = given
  if (!Object.hasOwn(formats, format))
    throw new Refusal('INVALID', refusals.format, { values: { format } })
  if (profile !== 'plain' && profile !== 'excel') throw new Refusal('INVALID', refusals.profile)
  const asked = askedIn(dataset, { columns, lang, archived, 'as-of': asOf })
  return withTable(context, asked, (table) =>
    write(streamOf(table, { format: format as Format, profile, base: '' })),
  )
}
