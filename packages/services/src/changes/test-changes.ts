import { subProcessors } from '../records/nouns.ts'
import type { Context } from '../verb.ts'
import { announceChange } from './announcing.ts'
import { createChange } from './drafting.ts'

/** Removes a sub-processor from one day to the same, by a change that could not wait. */
export async function removedAtOnce(context: Context, id: string) {
  const draft = await createChange.run(context, {
    ...{ kind: 'remove', why: 'Not used', subProcessors: [id], emergency: 'It closed' },
    effectiveOn: context.now().toISOString().slice(0, 10),
  })
  return announceChange.run(context, { id: draft.id, version: draft.version })
}

/** Removes it and takes it off the public list. */
export async function takenOff(context: Context, id: string): Promise<void> {
  await removedAtOnce(context, id)
  const { version } = (await subProcessors.read.run(context, { id })).record
  await subProcessors.withdraw.run(context, { id, version })
}
