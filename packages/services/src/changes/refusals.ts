import { partOf } from '@ropewalk/domain/changes/after.ts'
import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import { brokenPromises } from '@ropewalk/domain/changes/recipients.ts'
import { type SupplierChange, suppliersOf } from '@ropewalk/domain/changes/supplier-change.ts'
import { alteredFacts } from '@ropewalk/domain/changes/words-and-facts.ts'
import { invalidField } from '@ropewalk/domain/invalid.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Text, type Values } from '@ropewalk/domain/words.ts'
import type { Work } from '../verb.ts'
import type { Prepared } from './prepared.ts'
import { changesAbout } from './stored.ts'

export const changeRefusals = {
  missing: both('state it before announcing', 'indiquez-le avant d’annoncer'),
  twice: both('{id} stands twice', '{id} figure deux fois'),
  needless: both('only a replacement has them', 'seul un remplacement en a'),
  gone: both('there is no {id}', '{id} n’existe pas'),
  archived: both('{id} is archived', '{id} est archivé'),
  nameless: both('{id} has no name', '{id} n’a pas de nom'),
  listed: both('{id} is on the public list already', '{id} figure déjà sur la liste publique'),
  notListed: both('{id} is not on the public list', '{id} ne figure pas sur la liste publique'),
  former: both(
    '{id} is a former sub-processor already',
    '{id} est déjà un ancien sous-traitant ultérieur',
  ),
  same: both(
    'no public fact of {id} differs: change the record first',
    'aucun fait public de {id} ne diffère : modifiez d’abord la fiche',
  ),
  held: both(
    '{change} about {id} is announced already: it takes effect or is withdrawn first.',
    '{change} à propos de {id} est déjà annoncé : il prend effet ou est retiré d’abord.',
  ),
  past: both('the day is past', 'cette date est passée'),
  broken: both(
    '{promised} {n, plural, one {was} other {were}} promised a later day: {day} at the earliest. Choose it, or say why not.',
    'Un jour plus tardif a été promis à {promised} : le {day} au plus tôt. Choisissez-le, ou dites pourquoi pas.',
  ),
  usual: both(
    'everyone was promised notice until {day}: choose it, or say why not',
    'un préavis jusqu’au {day} a été promis à tous : choisissez cette date, ou dites pourquoi pas',
  ),
  notDraft: both('{id} is no draft any more.', '{id} n’est plus un brouillon.'),
  notAnnounced: both('{id} is not announced.', '{id} n’est pas annoncé.'),
  moved: both(
    'What would be announced has changed since it was shown. Look at it again.',
    'Ce qui serait annoncé a changé depuis son affichage. Regardez-le de nouveau.',
  ),
}

const at = (field: keyof typeof changeFields, text: Text, values: Values = {}) =>
  invalidField(field, changeFields[field].label, text, values)

/** Refuses what cannot be announced, naming the field. */
export async function refuseUnready(work: Work, change: SupplierChange, prepared: Prepared) {
  if (change.why === '') throw at('why', changeRefusals.missing)
  if (change.effectiveOn === null) throw at('effectiveOn', changeRefusals.missing)
  if (change.effectiveOn < work.today) throw at('effectiveOn', changeRefusals.past)
  refuseSuppliers(change, prepared)
  const [held] = await changesAbout(work, suppliersOf(change), ['announced'])
  if (held) {
    const id = suppliersOf(held).find((each) => suppliersOf(change).includes(each)) ?? ''
    throw new Refusal('INVALID', changeRefusals.held, { values: { change: held.id, id } })
  }
  refuseBroken(change, prepared)
}

/** Whether a reason for the earlier day is all that an announcement lacks: a promise would be broken, nothing else is amiss. */
export const isMendedByReason = ({ details }: Pick<Refusal, 'details'>): boolean =>
  typeof details === 'object' && details !== null && 'earliest' in details

function refuseSuppliers(change: SupplierChange, { facts, suppliers }: Prepared) {
  const { kind, subProcessors, replaced } = change
  if (subProcessors.length === 0) throw at('subProcessors', changeRefusals.missing)
  if (kind === 'replace' && replaced.length === 0) throw at('replaced', changeRefusals.missing)
  if (kind !== 'replace' && replaced.length > 0) throw at('replaced', changeRefusals.needless)
  if (kind === 'alter' && change.alterations.length === 0)
    throw at('alterations', changeRefusals.missing)
  const all = suppliersOf(change)
  for (const [nth, id] of all.entries()) {
    const field = nth < subProcessors.length ? 'subProcessors' : 'replaced'
    const refuse = (text: Text) => at(field, text, { id })
    const supplier = suppliers.find((each) => each.id === id)
    if (all.indexOf(id) < nth) throw refuse(changeRefusals.twice)
    if (!supplier) throw refuse(changeRefusals.gone)
    if (supplier.archivedAt) throw refuse(changeRefusals.archived)
    if (supplier.name === '') throw refuse(changeRefusals.nameless)
    const { before = null, after } = facts.find((each) => each.subProcessorId === id) ?? {}
    const comes = kind === 'add' || (kind === 'replace' && field === 'subProcessors')
    if (comes && before && before.status !== 'former') throw refuse(changeRefusals.listed)
    if (!comes && !before) throw refuse(changeRefusals.notListed)
    if (partOf(change, id) === 'goes' && before?.status === 'former')
      throw refuse(changeRefusals.former)
    if (kind === 'alter' && before && after && alteredFacts(before, after).length === 0)
      throw refuse(changeRefusals.same)
  }
}

/** The longest promise wins: an earlier day is refused, naming whom it breaks a promise to. */
function refuseBroken(change: SupplierChange, { deadlines, impact }: Prepared) {
  const on = change.effectiveOn ?? ''
  if (on >= deadlines.earliest || change.emergency !== '' || change.overrideReason !== '') return
  const broken = brokenPromises(impact.recipients, on)
  const details = { parties: broken.map(({ party }) => party), earliest: deadlines.earliest }
  const field = 'effectiveOn'
  if (broken.length === 0) {
    const { text } = at(field, changeRefusals.usual, { day: deadlines.earliest })
    throw new Refusal('INVALID', text, { field, details })
  }
  const named = impact.recipients
    .filter(({ party }) => broken.some((each) => each.party === party))
    .map(
      ({ party, name, contract }) => `${party} ${name}${contract === '' ? '' : ` (${contract})`}`,
    )
  const promised =
    named.length > 5 ? `${named.slice(0, 5).join(', ')} +${named.length - 5}` : named.join(', ')
  throw new Refusal('INVALID', changeRefusals.broken, {
    ...{ field, details },
    values: { promised, n: named.length, day: deadlines.earliest },
  })
}
