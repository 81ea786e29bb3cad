import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { recordExport } from '@ropewalk/services/exports.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import { packDataset } from '@ropewalk/services/pack/previous-pack.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { MadePack } from './make-pack.ts'
import { type PackOrder, packOrder } from './pack-order.ts'

const erasing = both(
  'Values are being erased from the history: try again when that is done.',
  'Des valeurs sont en cours d’effacement de l’historique : réessayez ensuite.',
)
type Asking = { heads: Heads; source: string | undefined; days: unknown }

/** Orders a pack, has it drawn and tells it in the log with its hash; ordered anew when a value is erased meanwhile. */
export async function loggedPack(
  context: Context,
  { heads, source, days }: Asking,
  draw: (order: PackOrder) => Promise<MadePack>,
): Promise<NonNullable<MadePack> & { order: PackOrder }> {
  for (let tries = 0; tries < 3; tries += 1) {
    const order = await packOrder(context, { heads, source }, days)
    const made = await draw(order)
    if (!made) continue
    const { exportId, period, head } = order
    await recordExport.run(context, {
      exportId,
      dataset: packDataset,
      format: 'zip',
      parameters: `from=${period.from}&to=${period.to}`,
      ...made,
      head: String(checkpointOf(head).size),
      complete: true,
    })
    return { ...made, order }
  }
  throw new Refusal('UNAVAILABLE', erasing)
}
