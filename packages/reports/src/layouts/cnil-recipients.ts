import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { Party } from '@ropewalk/domain/party.ts'
import type { Cell } from '../cell.ts'
import {
  type ActivityItem,
  answerOf,
  countriesAbroad,
  suppliersIn,
} from '../datasets/activities/item.ts'
import { inOne, listOr, nameOf, stated } from '../facts.ts'
import type { Scene } from '../scene.ts'

/** Recipients by the five types of the CNIL’s list, verbatim. */
export function recipientRows(item: ActivityItem, scene: Scene): (readonly Cell[])[] {
  const { record } = item
  const named = (belongs: (kind: Party['kind']) => boolean) =>
    record.recipients
      .filter(({ party }) => belongs(scene.look.party(party)?.kind ?? null))
      .map((row) => recipientText(row, scene))
  const access = stated(record.internalAccess)
  const inside = named((kind) => kind === 'internal')
  const otherwise = answerOf(record, 'recipients')
  return [
    [
      'Service interne qui traite les données',
      listOr(access === null ? inside : [...inside, access], null),
    ],
    ['Sous-traitants', suppliersIn(item, scene)],
    ['Destinataires dans des pays tiers ou organisations internationales', countriesAbroad(item)],
    ['Partenaires institutionnels ou commerciaux', listOr(named(isPartner), otherwise)],
    ['Autre (Préciser)', listOr(named(isOther), otherwise)],
  ]
}

const isPartner = (kind: Party['kind']) => kind === 'partner' || kind === 'authority'
const isOther = (kind: Party['kind']) => kind !== 'internal' && !isPartner(kind)

const recipientText = (row: Activity['recipients'][number], { look }: Scene): string | null =>
  inOne([nameOf(row.party, look.party(row.party)), row.whatFor])
