import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { publicKeyOf, type SigningKey, verifierText } from '@ropewalk/log/keys.ts'
import { signedNote } from '@ropewalk/log/note.ts'
import { logFiles } from '@ropewalk/log/pack/check-log.ts'
import { type FileFacts, manifestCsv, manifestNote } from '@ropewalk/log/pack/manifest.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { type Zipped, type ZipWriter, zipWriter } from '@ropewalk/reports/pack/zip-writer.ts'
import { organisationName } from '@ropewalk/services/pack/organisation-name.ts'
import {
  countOf,
  erasedIn,
  laterLines,
  leafLines,
  stateLines,
} from '@ropewalk/services/pack/pack-entries.ts'
import { type Population, populationOf } from '@ropewalk/services/pack/population.ts'
import { registerIdOf } from '@ropewalk/services/register-id.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { sync } from '../durable.ts'
import { codeOf } from '../error-code.ts'
import { type Described, manifestFor, readmeOf } from './describe-pack.ts'
import { drawDataset } from './draw-dataset.ts'
import { drawControls, drawDictionary } from './draw-explanations.ts'
import type { PackOrder } from './pack-order.ts'

/** How far a pack is: `done` of `of` files, and which one is being drawn. */
export type PackProgress = { done: number; of: number; file: string }

export type Making = {
  database: Context['database']
  /** Signs the manifest. */
  key: SigningKey
  /** The page `verify.html`, as it was built. */
  verifyPage: string
  /** Where the ZIP goes; it appears whole or not at all. */
  file: string
  progress?: ((progress: PackProgress) => void) | undefined
}

/** Undefined: a value was erased meanwhile, so that the files may not agree. A new order must be given. */
export type MadePack = (Zipped & { rows: number }) | undefined

/** Draws a pack to disk, file after file, as of the end of its period. Nothing is left behind when it throws. */
export async function makePack(making: Making, order: PackOrder): Promise<MadePack> {
  const draft = `${making.file}.part`
  const population = await populationOf(making.database, order.period)
  try {
    const made = await drawn({ ...making, file: draft }, order, population)
    if (made) {
      await sync(draft)
      await rename(draft, making.file)
    }
    return made
  } catch (error) {
    throw isFull(error) ? new Refusal('NO_ROOM', noRoom) : error
  } finally {
    await rm(draft, { force: true })
    await population.close()
  }
}

const noRoom = both(
  'There is no room left on the disk for the pack: nothing was kept of it.',
  'Il ne reste pas de place sur le disque pour le dossier : rien n’en a été conservé.',
)
const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes(codeOf(error))

async function drawn(making: Making, order: PackOrder, population: Population): Promise<MadePack> {
  const { database, key } = making
  const { period, actor, door, generatedAt } = order
  const context: Context = {
    database,
    asOf: { database: population.database, moment: { seq: period.upTo, at: period.endsAt } },
    actor,
    door,
    now: () => new Date(generatedAt),
  }
  const zip = zipWriter(making.file)
  const files = await filesOf(making, order, { context, period, population, zip })
  const described: Described = {
    order,
    key,
    head: checkpointOf(order.head),
    registerId: await registerIdOf(context),
    organisation: await organisationName(population.database),
    engine: database.engine,
    files,
    erased: await erasedIn(database, period),
  }
  files.push(await drawText(zip, 'README.txt', { kind: 'explanation', text: readmeOf(described) }))
  await addManifest(zip, described)
  const whole = await zip.end()
  const since = { after: described.head.size, upTo: limits.sequence }
  if ((await countOf(database, 'history.erase', since)) > 0) return undefined
  return { ...whole, rows: files.reduce((sum, { csv }) => sum + (csv?.rows ?? 0), 0) }
}

type Drawing = Parameters<typeof drawDataset>[0]

async function filesOf(
  { database, key, verifyPage, progress }: Making,
  { period, head }: PackOrder,
  drawing: Drawing,
): Promise<FileFacts[]> {
  const { zip } = drawing
  const text = (file: string, kind: string, text: string | AsyncIterable<string>) => ({
    file,
    draw: () => drawText(zip, file, { kind, text }),
  })
  const later = { after: period.upTo, upTo: checkpointOf(head).size }
  const plan: { file: string; draw(): Promise<FileFacts> }[] = [
    ...everyDataset.map((facts) => ({
      file: `${facts.key}.csv`,
      draw: () => drawDataset(drawing, facts),
    })),
    { file: 'field-dictionary.csv', draw: () => drawDictionary(drawing) },
    { file: 'controls.csv', draw: () => drawControls(drawing) },
    text(logFiles.entries, 'log', leafLines(database, period.upTo)),
    text(logFiles.states, 'log', stateLines(database, period)),
    text(logFiles.later, 'head', laterLines(database, later)),
    text(logFiles.head, 'head', head),
    text(logFiles.key, 'log', `${verifierText(publicKeyOf(key))}\n`),
    text('verify.html', 'program', verifyPage),
  ]
  const files: FileFacts[] = []
  for (const { file, draw } of plan) {
    progress?.({ done: files.length, of: plan.length, file })
    files.push(await draw())
  }
  progress?.({ done: plan.length, of: plan.length, file: 'manifest.json' })
  return files
}

async function drawText(
  zip: ZipWriter,
  file: string,
  { kind, text }: { kind: string; text: string | AsyncIterable<string> },
): Promise<FileFacts> {
  const zipped = await zip.add(file, typeof text === 'string' ? once(text) : text)
  return { file, kind, ...zipped, form: 'UTF-8', csv: null }
}

async function addManifest(zip: ZipWriter, described: Described) {
  const { key } = described
  const manifest = manifestFor(described)
  const json = `${JSON.stringify(manifest, null, 2)}\n`
  const csv = manifestCsv(manifest)
  const note = manifestNote(key.name, { json: sha256(json), csv: sha256(csv) })
  await zip.add('manifest.json', once(json))
  await zip.add('manifest.csv', once(csv))
  await zip.add('manifest.sig', once(signedNote(note, key)))
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
