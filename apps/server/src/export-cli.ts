import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { makeExport } from './make-export.ts'
import type { Answer, CommandContext } from './people-cli.ts'
import { usualFormat } from './report-files.ts'

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

const wrongProfile = both('--profile is excel or plain.', '--profile vaut excel ou plain.')

/** One dataset or report to standard output, or to a file that appears whole or not at all. */
export async function exportDataset(
  { heads, url: base, ...context }: CommandContext,
  name: string,
  given: Given,
): Promise<Answer | undefined> {
  const {
    format = usualFormat(name) ?? (name === 'register' ? 'json' : 'csv'),
    profile = 'plain',
    out,
  } = given
  if (profile !== 'plain' && profile !== 'excel') throw new Refusal('INVALID', wrongProfile)
  const { columns, lang, archived, from, to, 'as-of': asOf } = given
  const query = { columns, lang, archived, from, to, 'as-of': asOf }
  const draft = out && `${out}.part`
  try {
    await makeExport({ context, heads }, { name, format, query, profile, base }, ({ chunks }) => {
      const bytes = Readable.from(chunks, { objectMode: false })
      return draft
        ? pipeline(bytes, createWriteStream(draft))
        : pipeline(bytes, process.stdout, { end: false })
    })
  } catch (error) {
    if (draft) await rm(draft, { force: true })
    throw error
  }
  if (draft && out) await rename(draft, out)
  return out ? { text: out, json: { file: out } } : undefined
}
