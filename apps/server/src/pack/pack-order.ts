import { type Actor, roleNames } from '@ropewalk/domain/permissions.ts'
import type { Generation } from '@ropewalk/log/pack/manifest.ts'
import { newExportId } from '@ropewalk/services/exports.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import { type PackPeriod, packPeriod } from '@ropewalk/services/pack/pack-period.ts'
import { previousPack } from '@ropewalk/services/pack/previous-pack.ts'
import type { Context } from '@ropewalk/services/verb.ts'

/** Everything that a pack is drawn from beside the register: plain data, so that another process can draw it. */
export type PackOrder = {
  period: PackPeriod
  exportId: string
  /** ISO 8601 UTC. */
  generatedAt: string
  actor: Actor
  door: Context['door']
  /** The signed note of the log, of at least the entries of the period. */
  head: string
  previous: Generation['previousPack']
  /** The public address of the server, where one is known. */
  source: string | undefined
}

export type PackDays = { from: string; to: string }

/** Decides what a pack will be of, and signs a head. Refuses who may not make one, and what is no period. */
export async function packOrder(
  context: Context,
  { heads, source }: { heads: Heads; source: string | undefined },
  days: unknown,
): Promise<PackOrder> {
  const at = context.now()
  const period = await packPeriod({ ...context, now: () => at }, days)
  const previous = await previousPack(context.database)
  const { actor, door } = context
  return {
    period,
    exportId: newExportId(),
    generatedAt: at.toISOString(),
    actor,
    door,
    head: await heads.make(),
    previous,
    source,
  }
}

/** Who asked, as the manifest says it. */
export const generatedBy = (actor: Actor): Generation['by'] => ({
  kind: actor.kind,
  id: actor.id,
  name: actor.name,
  roles:
    'roles' in actor ? actor.roles.map((role) => roleNames[role].en).join(', ') : 'not applicable',
})
