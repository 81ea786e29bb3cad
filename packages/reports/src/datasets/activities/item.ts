import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { activityFields } from '@ropewalk/domain/activity/activity.ts'
import { engagedAs } from '@ropewalk/domain/derived/engagement.ts'
import { isThirdCountry, type Transfer, transfersOf } from '@ropewalk/domain/derived/transfers.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Cell } from '../../cell.ts'
import type { Beside } from '../../dataset.ts'
import { answerTo, listOr, nameOf } from '../../facts.ts'
import type { Scene } from '../../scene.ts'
import { countryWord, distinct, wordOf } from '../../word.ts'

/** One activity as a row of an Art. 30 record. */
export type ActivityItem = Beside & {
  readonly record: Activity
  readonly organisation: Organisation | undefined
  /** To countries outside the EEA, its own and derived ones; worked out when first asked. */
  abroad(): readonly Transfer[]
}

export function activityItem(record: Activity, { look }: Scene, beside: Beside): ActivityItem {
  let abroad: readonly Transfer[] | undefined
  return {
    ...beside,
    record,
    organisation: look.organisation(record.organisation),
    abroad: () => {
      abroad ??= transfersOf(record, look).filter(({ country }) => isThirdCountry(country, look))
      return abroad
    },
  }
}

export const answerOf = (record: Activity, key: keyof Activity & string): Cell =>
  answerTo(activityFields, record, key)

export const countriesAbroad = (item: ActivityItem): Cell =>
  listOr(
    distinct(item.abroad().map(({ country }) => countryWord(country))),
    answerOf(item.record, 'transfers'),
  )

/** Each mechanism once; `not stated` among them where a transfer has none. */
export const mechanismsAbroad = (item: ActivityItem): Cell =>
  listOr(
    distinct(item.abroad().map(({ mechanism }) => wordOf(mechanisms, mechanism))),
    answerOf(item.record, 'transfers'),
  )

const toConfirm = both(' (to confirm)', ' (à confirmer)')
/** The linked suppliers, each once; marked where what they are engaged as is to confirm. */
export function suppliersIn({ record }: ActivityItem, { look, language }: Scene): Cell {
  const marked = engagedAs(record.role) === 'toConfirm' ? toConfirm[language] : ''
  const suppliers = distinct(record.subProcessors.map((row) => row.subProcessor))
  const named = suppliers.map((id) => nameOf(id, look.subProcessor(id)))
  return listOr(
    named.map((name) => name && name + marked),
    answerOf(record, 'subProcessors'),
  )
}
