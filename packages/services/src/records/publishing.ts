import { createHash } from 'node:crypto'
import { publishedFrom } from '@ropewalk/domain/derived/published-from.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { both } from '@ropewalk/domain/words.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import * as z from 'zod'
import { lastSequence } from '../history.ts'
import { forgetJudgements } from '../judging.ts'
import { lookIn } from '../look.ts'
import { snapshotKey, snapshotOf } from '../snapshots.ts'
import { reading, type Work, writing } from '../verb.ts'
import { found, foundAt } from './reads.ts'

const refusals = {
  archived: both(
    '{id} is archived and cannot be published.',
    '{id} est archivé et ne peut être publié.',
  ),
  nameless: both(
    '{id} has no name: name it before publishing it.',
    '{id} n’a pas de nom : nommez-le avant de le publier.',
  ),
  moved: both(
    'What would be published has changed since it was shown. Look at it again.',
    'Ce qui serait publié a changé depuis son affichage. Regardez-le de nouveau.',
  ),
  same: both('The public already sees this.', 'Le public voit déjà cela.'),
  notListed: both('{id} is not on the public list.', '{id} ne figure pas sur la liste publique.'),
}
const at = z.strictObject({
  id: recordId,
  version: versionRead,
  reason: lines(limits.reason).optional(),
})

/** What the public sees now and would see after publishing. */
export const previewPublication = reading(
  { permission: 'register:read' },
  z.strictObject({ id: recordId }),
  async (work, { id }): Promise<{ now: Published | null; after: Published; seal: string }> => {
    const record = (await found(work, 'subProcessor', id)) as SubProcessor
    const snapshot = await snapshotOf(work, id)
    const after = await factsOf(work, record)
    return { now: snapshot?.facts ?? null, after, seal: sealOf(after) }
  },
)

/** Stores the public facts of a sub-processor as the public will read them. */
export const publishSubProcessor = writing(
  { verb: 'sub-processors.publish', permission: 'register:publish' },
  at.extend({ seal: z.string().max(64).optional() }),
  async (work, { reason, seal, ...asked }) => {
    const record = (await foundAt(work, 'subProcessor', asked)) as SubProcessor
    if (record.archivedAt)
      throw new Refusal('INVALID', refusals.archived, { values: { id: record.id } })
    if (record.name === '')
      throw new Refusal('INVALID', refusals.nameless, { values: { id: record.id }, field: 'name' })
    const before = await snapshotOf(work, record.id)
    const facts = await factsOf(work, record)
    if (seal !== undefined && seal !== sealOf(facts)) throw new Refusal('CONFLICT', refusals.moved)
    if (before && sealOf(before.facts) === sealOf(facts))
      throw new Refusal('INVALID', refusals.same)
    const after = await storeSnapshot(work, { facts, listed: true })
    await forgetJudgements(work, 'subProcessor', [record])
    const { id: of, version } = record
    const change = { of, record: snapshotKey(of), version, before: before ?? null, after, reason }
    return { change, result: { published: facts } }
  },
)

/** Takes a sub-processor off the public list; what was published stays in history. */
export const withdrawSubProcessor = writing(
  { verb: 'sub-processors.withdraw', permission: 'register:publish' },
  at,
  async (work, { reason, ...asked }) => {
    const record = await foundAt(work, 'subProcessor', asked)
    const before = await snapshotOf(work, record.id)
    if (!before) throw new Refusal('INVALID', refusals.notListed, { values: { id: record.id } })
    const after = await storeSnapshot(work, { facts: before.facts, listed: false })
    await forgetJudgements(work, 'subProcessor', [record])
    const { id: of, version } = record
    return {
      change: { of, record: snapshotKey(of), version, before, after, reason },
      result: { withdrawn: of },
    }
  },
)

async function factsOf(work: Work, record: SubProcessor): Promise<Published> {
  return publishedFrom(record, await lookIn(work, { today: work.today, linkedTo: [record.id] }))
}

/** The next snapshot; its number is that of the entry that tells it. */
export async function storeSnapshot(
  work: Work,
  { facts, listed }: { facts: Published; listed: boolean },
) {
  const seq = (await lastSequence(work)) + 1
  const { now: publishedAt, today: updatedOn } = work
  const { subProcessorId } = facts
  const snapshot = { seq, subProcessorId, publishedAt, updatedOn, listed, facts }
  await work.db.insert(work.tables.snapshots).values(snapshot)
  return snapshot
}

/** Stands for exactly these facts: what a person saw before publishing is what is published. */
const sealOf = (facts: Published): string =>
  createHash('sha256').update(canonicalText(facts)).digest('hex')
