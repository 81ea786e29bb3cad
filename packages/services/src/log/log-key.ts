import type { Database } from '@ropewalk/db/database.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { fingerprintOf, type VerifierKey, verifierOf, verifierText } from '@ropewalk/log/keys.ts'
import { factOf, keepFact } from '../facts.ts'
import { writeHistory } from '../history.ts'
import type { Work } from '../verb.ts'

export const logKeyKey = 'log-key'

/** The public key whose signatures count, as the database and the log hold it. */
type HeldKey = {
  key: string
  fingerprint: string
  /** The fingerprint of the key before it; null for the first one. */
  formerly: string | null
}

const other = both(
  'The log of this register is signed with the key {held}, and the data folder has another one ({found}): copy the file log-key from the instance that has the right one, or restore a backup, which is the lawful way to a new key.',
  'Le journal de ce registre est signé avec la clé {held}, et le dossier de données en a une autre ({found}) : copiez le fichier log-key depuis l’instance qui a la bonne, ou restaurez une sauvegarde, seule voie licite vers une nouvelle clé.',
)

/** The key that the database holds; undefined before the first start with a key. */
export async function heldLogKey({ reading, tables }: Database): Promise<VerifierKey | undefined> {
  const fact = await reading((db) => factOf({ db, tables }, logKeyKey))
  return fact === undefined ? undefined : verifierOf((JSON.parse(fact) as HeldKey).key)
}

/** Holds the key of a folder at the first start; afterwards refuses any other one. */
export async function holdLogKey(database: Database, key: VerifierKey, now: Date): Promise<void> {
  const held = await heldLogKey(database)
  if (held) return refuseOther(held, key)
  await database.writing(async (db) => {
    const reach = { db, tables: database.tables }
    const fact = await factOf(reach, logKeyKey)
    if (fact !== undefined) return refuseOther(verifierOf((JSON.parse(fact) as HeldKey).key), key)
    await tellLogKey({ ...reach, ...starting(now) }, key)
  })
}

function refuseOther(held: VerifierKey, found: VerifierKey) {
  if (verifierText(held) === verifierText(found)) return
  throw new Refusal('UNAVAILABLE', other, {
    values: { held: fingerprintOf(held), found: fingerprintOf(found) },
  })
}

type Teller = Pick<Work, 'db' | 'tables' | 'actor' | 'door' | 'now'>
const start = productActor('start')
const starting = (now: Date) => ({
  actor: start,
  door: 'start' as const,
  now: now.toISOString(),
})

/** Tells in the log which key counts from now on, and which did before. */
export async function tellLogKey(work: Teller, key: VerifierKey): Promise<void> {
  const fact = await factOf(work, logKeyKey)
  const before = fact === undefined ? null : (JSON.parse(fact) as HeldKey)
  const after: HeldKey = {
    key: verifierText(key),
    fingerprint: fingerprintOf(key),
    formerly: before?.fingerprint ?? null,
  }
  await keepFact(work, logKeyKey, JSON.stringify(after))
  const verb = before ? 'log.keyChanged' : 'log.keyHeld'
  await writeHistory(work, verb, [{ of: logKeyKey, before, after }])
}
