import type { Permission } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { writeHistory } from '../history.ts'
import { type Context, workIn } from '../verb.ts'
import { toldOnceAnHour } from './repeats.ts'

/** What was asked for: a verb, or a file, with its input. */
export type Refusable = { verb: string; input?: unknown; dataset?: string | undefined }

/**
 * Tells that somebody signed in, or a token, was refused for want of a permission: an entry in a transaction of its own,
 * at the first time in an hour; the same again by the same actor is summed when the hour has ended. Any other trouble,
 * and whatever the public is refused, is not told.
 */
export async function tellRefusal(
  context: Context,
  { verb, input, dataset }: Refusable,
  trouble: unknown,
): Promise<void> {
  const { actor } = context
  const permission = permissionMissing(trouble)
  if (permission === undefined || actor.kind === 'public' || actor.kind === 'system') return
  const token = actor.kind === 'token' ? { token: actor.token } : {}
  await context.database.writing(async (db) => {
    const work = await workIn(context, db)
    const changes = await toldOnceAnHour(work, {
      key: `refused ${token.token ?? actor.id} ${context.door} ${verb} ${permission}`,
      of: actor.id,
      record: `refusal of ${actor.id}`,
      verb: 'permissions.refuse',
      after: { verb, permission, ...token },
      detail: { name: 'record', is: dataset ?? recordIn(input) },
    })
    await writeHistory(work, 'permissions.refuse', changes)
  })
}

function permissionMissing(trouble: unknown): Permission | undefined {
  if (!(trouble instanceof Refusal) || trouble.code !== 'FORBIDDEN') return undefined
  return (trouble.details as { permission?: Permission } | undefined)?.permission
}

const ids = ['id', 'record', 'recordId', 'person'] as const

/** The id of the record that was asked for; `none` where the input names none. Never any other text that was typed. */
function recordIn(input: unknown): string {
  const given = Object(input) as Partial<Record<(typeof ids)[number], unknown>>
  const found = ids.map((key) => given[key]).find((value) => typeof value === 'string')
  return typeof found === 'string' && /^[A-Z]{2,3}-\d{4,9}$/.test(found) ? found : 'none'
}
