import { objectionFields as fields, objectionPrefix } from '@ropewalk/domain/changes/objection.ts'
import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { contactsOf } from '@ropewalk/domain/changes/recipients.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { line, lines } from '@ropewalk/domain/schema.ts'
import { both, languages } from '@ropewalk/domain/words.ts'
import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import { partiesTold } from '../changes/parties-told.ts'
import { nextId } from '../counters.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { addressHash } from '../people/secrets.ts'
import { reading, type Work, writing } from '../verb.ts'
import { type Claim, claimIn } from './claim.ts'
import { tellReceipt } from './mails.ts'
import { objectionable } from './objectionable.ts'
import { type Kept, objectionChange } from './stored.ts'

/** Objections that one address may make to one change. */
export const objectionsEach = 3
const about = { permission: 'public:object', fields } as const
const token = z.string().max(4_000)

/** What the page of such a link shows: the change, until when this reader may object, who it is, what it objected before. */
export type Objecting = {
  notice: PublicChange
  deadline: string
  late: boolean
  /** The name of the party that the address is of; empty of anyone else. */
  party: string
  before: { id: string; receivedAt: string }[]
}

export const readObjecting = reading(about, z.strictObject({ token }), (work, given) =>
  objectingIn(work, claimIn(work.secret, given.token, work.now)),
)

/** Takes an objection, in time or late, and mails its receipt; whoever decides is told. */
export const object = writing(
  { verb: 'objections.object', ...about },
  z.strictObject({
    token,
    name: line(limits.text),
    grounds: lines(limits.prose).pipe(z.string().min(1)),
    language: z.enum(languages),
  }),
  async (work, { token: given, name, grounds, language }) => {
    const { db, tables, now, secret = '' } = work
    const claim = claimIn(secret, given, now)
    const { change, notice } = await objectionable(work, claim.change)
    const who = await objectorIn(work, change, claim)
    const earlier = await objectionsBy(work, claim)
    if (earlier.length >= objectionsEach)
      throw new Refusal('TOO_MANY', refusals.often, {
        values: { ids: earlier.map(({ id }) => id).join(', ') },
      })
    const id = await nextId(work, objectionPrefix)
    const row: Kept = {
      ...{ id, version: 1, changeId: change.id, from: who.from, party: who.party },
      name: who.partyName || name,
      address: sealed(sealingKey(secret, 'mail'), claim.address, id),
      addressHash: addressHash(secret, claim.address.toLowerCase(), 'mail'),
      ...{ language, grounds, receivedAt: now, deadline: who.deadline },
      ...{ late: work.today > who.deadline, state: 'received' },
      ...{ decidedAt: null, decidedBy: '', decision: '', updatedAt: now },
    }
    await db.insert(tables.objections).values(row)
    return {
      change: objectionChange(null, row),
      result: { id, late: row.late, deadline: row.deadline, notice },
      afterwards: () => tellReceipt(work, row, { notice, address: claim.address }),
    }
  },
)

async function objectingIn(work: Work, claim: Claim): Promise<Objecting> {
  const { change, notice } = await objectionable(work, claim.change)
  const { deadline, partyName } = await objectorIn(work, change, claim)
  const before = (await objectionsBy(work, claim)).map(({ id, receivedAt }) => ({ id, receivedAt }))
  return { notice, deadline, late: work.today > deadline, party: partyName, before }
}

/** A party by its link, or by an address that it has for notices: then its own deadline counts. */
async function objectorIn(work: Work, change: SupplierChange, claim: Claim) {
  const parties = await partiesTold(work, change)
  const isOf = (id: string) => {
    const party = parties.get(id)
    return party && contactsOf(party).some(({ email }) => same(email, claim.address))
  }
  const told = change.told.find(({ party }) =>
    claim.party === null ? isOf(party) : party === claim.party,
  )
  return {
    from: told ? ('party' as const) : claim.from,
    party: told?.party ?? null,
    partyName: told?.name ?? '',
    deadline: told?.deadlines.objectUntil ?? change.objectionDeadline ?? work.today,
  }
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const objectionsBy = ({ db, tables, secret = '' }: Work, { change, address }: Claim) =>
  db
    .select()
    .from(tables.objections)
    .where(
      and(
        eq(tables.objections.changeId, change),
        eq(tables.objections.addressHash, addressHash(secret, address.toLowerCase(), 'mail')),
      ),
    )
    .orderBy(tables.objections.id)

const refusals = {
  often: both(
    'You have objected to this change three times ({ids}). Answer the mails about these instead.',
    'Vous vous êtes opposé trois fois à ce changement ({ids}). Répondez plutôt aux courriels à leur sujet.',
  ),
}
