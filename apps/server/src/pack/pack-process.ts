import { constants, setPriority } from 'node:os'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { importQuickly } from '../quick-imports.ts'
import { keepHeapSmall } from '../small-heap.ts'
import type { PackProgress } from './make-pack.ts'
import type { Apart, Told } from './pack-apart.ts'

// A process of its own: one order as a message in; progress, then what came of it, as messages out.

process.umask(0o077)
// Whoever waits for a pack waits a little longer; everybody else does not.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
keepHeapSmall()
importQuickly()

const tell = (told: Told) => new Promise((sent) => process.send?.(told, sent))

async function draw({ settings, order, file, page }: Apart): Promise<Told> {
  const { connectedTo } = await import('../open-database.ts')
  const { logKeeper } = await import('../log-keeper.ts')
  const { makePack } = await import('./make-pack.ts')
  const database = connectedTo(settings)
  try {
    const { key } = await logKeeper(database, settings)
    const progress = (progress: PackProgress) => void tell({ progress })
    const made = await makePack({ database, key, verifyPage: page, file, progress }, order)
    return { made: made ?? null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, text, values } = error
    return { refused: { code, text, values } }
  } finally {
    await database.close()
  }
}

process.once('message', async (asked: Apart) => {
  await tell(await draw(asked))
  process.disconnect?.()
})
