import { alteredFacts } from '@ropewalk/domain/changes/words-and-facts.ts'
import { publishedFrom, publishedLabels } from '@ropewalk/domain/derived/published-from.ts'
import { listed as named } from '@ropewalk/domain/findings/wording.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { both } from '@ropewalk/domain/words.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import * as z from 'zod'
import { changesAbout } from '../changes/stored.ts'
import { lastSequence } from '../history.ts'
import { forgetJudgements } from '../judging.ts'
import { hexOf } from '../log/hash.ts'
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
  first: both(
    '{id} is not on the public list: a change adds it.',
    '{id} ne figure pas sur la liste publique : un changement l’y ajoute.',
  ),
  facts: both(
    'Facts differ, not words alone ({facts}): announce a change.',
    'Des faits diffèrent, pas seulement des mots ({facts}) : annoncez un changement.',
  ),
  held: both(
    '{change} about it is announced: the public list is held until that takes effect or is withdrawn.',
    '{change} à ce propos est annoncé : la liste publique est figée jusqu’à sa prise d’effet ou son retrait.',
  ),
  still: both(
    '{id} is not a former sub-processor on the public list: announce its removal instead.',
    '{id} n’est pas un ancien sous-traitant sur la liste publique : annoncez plutôt son retrait.',
  ),
  notListed: both('{id} is not on the public list.', '{id} ne figure pas sur la liste publique.'),
}
const reason = lines(limits.reason)
const at = { id: recordId, version: versionRead }

/** What publishing the differences asks for: a correction of words with a reason, or a change. */
export type Asks = 'nothing' | 'correction' | 'change'

/** What the public sees now and would see after publishing. */
export const previewPublication = reading(
  { permission: 'register:read' },
  z.strictObject({ id: recordId }),
  async (work, { id }): Promise<PublicationPreview> => {
    const record = (await found(work, 'subProcessor', id)) as SubProcessor
    const snapshot = await snapshotOf(work, id)
    const after = await factsOf(work, record)
    const [change] = await changesAbout(work, [id], ['announced'])
    return {
      now: snapshot?.facts ?? null,
      after,
      seal: sealOf(after),
      asks: asksFor(snapshot?.facts, after),
      announced: change ? { id: change.id, effectiveOn: change.effectiveOn } : null,
    }
  },
)
export type PublicationPreview = {
  now: Published | null
  after: Published
  seal: string
  asks: Asks
  /** The change that holds the public list until it takes effect. */
  announced: { id: string; effectiveOn: string | null } | null
}

function asksFor(before: Published | undefined, after: Published): Asks {
  if (!before) return 'change'
  if (sealOf(before) === sealOf(after)) return 'nothing'
  return alteredFacts(before, after).length > 0 ? 'change' : 'correction'
}

/** Corrects the words that the public reads of a sub-processor. Refused where a fact differs: only a change alters one. */
export const publishSubProcessor = writing(
  { verb: 'sub-processors.publish', permission: 'register:publish' },
  z.strictObject({
    ...at,
    reason: reason.pipe(z.string().min(1)),
    seal: z.string().max(64).optional(),
  }),
  async (work, { reason, seal, ...asked }) => {
    const record = (await foundAt(work, 'subProcessor', asked)) as SubProcessor
    if (record.archivedAt)
      throw new Refusal('INVALID', refusals.archived, { values: { id: record.id } })
    if (record.name === '')
      throw new Refusal('INVALID', refusals.nameless, { values: { id: record.id }, field: 'name' })
    const before = await snapshotOf(work, record.id)
    const facts = await factsOf(work, record)
    if (seal !== undefined && seal !== sealOf(facts)) throw new Refusal('CONFLICT', refusals.moved)
    await refuseAltered(work, record.id, { before: before?.facts, after: facts })
    const after = await storeSnapshot(work, { facts, listed: true })
    await forgetJudgements(work, 'subProcessor', [record])
    const { id: of, version } = record
    const change = { of, record: snapshotKey(of), version, before: before ?? null, after, reason }
    return { change, result: { published: facts } }
  },
)

/** Takes a former sub-processor off the public list; what was published stays in history. */
export const withdrawSubProcessor = writing(
  { verb: 'sub-processors.withdraw', permission: 'register:publish' },
  z.strictObject({ ...at, reason: reason.optional() }),
  async (work, { reason, ...asked }) => {
    const record = await foundAt(work, 'subProcessor', asked)
    const before = await snapshotOf(work, record.id)
    if (!before) throw new Refusal('INVALID', refusals.notListed, { values: { id: record.id } })
    if (before.facts.status !== 'former')
      throw new Refusal('INVALID', refusals.still, { values: { id: record.id } })
    const after = await storeSnapshot(work, { facts: before.facts, listed: false })
    await forgetJudgements(work, 'subProcessor', [record])
    const { id: of, version } = record
    return {
      change: { of, record: snapshotKey(of), version, before, after, reason },
      result: { withdrawn: of },
    }
  },
)

async function refuseAltered(
  work: Work,
  id: string,
  { before, after }: { before: Published | undefined; after: Published },
) {
  const [change] = await changesAbout(work, [id], ['announced'])
  if (change) throw new Refusal('INVALID', refusals.held, { values: { change: change.id } })
  const asks = asksFor(before, after)
  if (asks === 'nothing') throw new Refusal('INVALID', refusals.same)
  if (asks === 'correction') return
  if (!before) throw new Refusal('INVALID', refusals.first, { values: { id } })
  const facts = named(alteredFacts(before, after).map((fact) => publishedLabels[fact]))
  throw new Refusal('INVALID', refusals.facts, { values: { facts } })
}

export async function factsOf(work: Work, record: SubProcessor): Promise<Published> {
  return publishedFrom(record, await lookIn(work, { today: work.today, linkedTo: [record.id] }))
}

type Taken = {
  facts: Published
  listed: boolean
  /** The day that it is as of, where that is not today. */
  on?: string
  /** How many entries the same transaction tells before it. */
  ahead?: number
}

/** The next snapshot; its number is that of the entry that tells it. */
export async function storeSnapshot(work: Work, { facts, listed, on, ahead = 0 }: Taken) {
  const seq = (await lastSequence(work)) + 1 + ahead
  const { now: publishedAt, today } = work
  const updatedOn = on ?? today
  const { subProcessorId } = facts
  const snapshot = { seq, subProcessorId, publishedAt, updatedOn, listed, facts }
  await work.db.insert(work.tables.snapshots).values(snapshot)
  return snapshot
}

/** Stands for exactly these facts: what a person saw before publishing is what is published. */
export const sealOf = (facts: Published): string => hexOf(canonicalText(facts))
