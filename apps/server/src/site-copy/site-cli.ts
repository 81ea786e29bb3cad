import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { addressOf } from '../address.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { openDatabase } from '../open-database.ts'
import type { Answer } from '../people-cli.ts'
import { publicParts } from '../public-parts.ts'
import { publishedPages } from '../public-site/published-pages.ts'
import type { Settings } from '../settings.ts'
import { siteFiles } from './site-files.ts'
import { siteWords } from './site-words.ts'
import { wholeFolder } from './whole-folder.ts'

/** The public site as files, under the addresses that the server of these settings has. */
export async function siteVerb(settings: Settings, folder: string): Promise<Answer> {
  prepareDataFolder(settings)
  const base = addressOf(settings).base()
  const database = await openDatabase(settings)
  try {
    const files = await writeSite(database, { folder, base, now: () => new Date() })
    return {
      text: [folder, `files: ${files}`, `addresses in them: ${base}`].join('\n'),
      json: { folder, files, base },
    }
  } finally {
    await database.close()
  }
}

type Copy = { folder: string; base: string; now: () => Date }

/** Writes one state of what is published, whatever is published meanwhile; how many files. Refuses when that is nothing. */
export async function writeSite(database: Database, { folder, base, now }: Copy): Promise<number> {
  const published = await publicParts({ database, base: () => base }).published()
  if (published.history.length === 0 && published.changes.length === 0)
    throw new Refusal('INVALID', siteWords.nothingPublished)
  return wholeFolder(folder, siteFiles(publishedPages(published, base), now))
}
