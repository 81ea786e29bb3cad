import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'

const noRoom = both(
  'There is no room left on the disk. Nothing was changed, and reading goes on.',
  'Le disque est plein. Rien n’a été modifié, et la lecture reste possible.',
)
const busy = both(
  'The database is busy with another write. Nothing was changed; try again.',
  'La base est occupée par une autre écriture. Rien n’a été modifié ; réessayez.',
)

const silent = both(
  'The database does not answer. Nothing was changed; try again in a moment.',
  'La base de données ne répond pas. Rien n’a été modifié ; réessayez dans un instant.',
)

/** Troubles of the machine that a person can act on, as refusals; the rest as it came. */
export function refusalFor(error: unknown): unknown {
  const codes = codesOf(error)
  if (codes.some((code) => code === 'SQLITE_FULL' || code === 'ENOSPC' || code === '53100'))
    return new Refusal('NO_ROOM', noRoom)
  if (codes.some((code) => code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE'))
    return new Refusal('NO_ROOM', noRoom)
  if (codes.some((code) => code.startsWith('SQLITE_BUSY') || code === '55P03'))
    return new Refusal('UNAVAILABLE', busy)
  if (
    codes.some((code) =>
      /^(ECONN\w+|EPIPE|ENOTFOUND|57P0\d|08\w{3}|53300|57014|25P03)$/.test(code),
    ) ||
    isTimeout(error)
  )
    return new Refusal('UNAVAILABLE', silent)
  return error
}

const isTimeout = (error: unknown) =>
  error instanceof Error && /timeout exceeded when trying to connect/.test(error.message)

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { code } = error as { code?: unknown }
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(error.cause)]
}
