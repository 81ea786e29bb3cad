import { type Activity, activityFields } from '../activity/activity.ts'
import { isThirdCountry, suppliersOf, transfersOf } from '../derived/transfers.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { countryText } from '../reference/countries.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { provisionFor } from './roles.ts'
import { conflict, found, gap, when } from './rule.ts'
import { called, listed } from './wording.ts'

const open = gap(
  'transfers-not-stated',
  'Art. 30(1)(e), 30(2)(c)',
  both('Transfers not stated', 'Transferts non indiqués'),
)
const storage = conflict(
  'storage-abroad-without-transfer',
  'Art. 30(1)(e), 30(2)(c)',
  both('Storage abroad without a transfer', 'Stockage à l’étranger sans transfert'),
)
const recipient = conflict(
  'recipient-abroad-without-transfer',
  'Art. 30(1)(e), 30(2)(c)',
  both('Recipient abroad without a transfer', 'Destinataire à l’étranger sans transfert'),
)
export const transfersRules = [open, storage, recipient]

const sentences = {
  none: both(
    'Transfers outside the EEA are neither stated nor ruled out.',
    'Les transferts hors de l’EEE ne sont ni indiqués ni écartés.',
  ),
  unplaced: both(
    'Transfers outside the EEA stay open: no location is stated for {suppliers}.',
    'Les transferts hors de l’EEE restent à établir : aucun lieu n’est indiqué pour {suppliers}.',
  ),
  storage: both(
    'Data are stored outside the EEA ({countries}), and no transfer there is stated.',
    'Des données sont conservées hors de l’EEE ({countries}), mais aucun transfert n’y est indiqué.',
  ),
  recipient: both(
    'The recipient {recipient} is outside the EEA ({country}), and no transfer there is stated.',
    'Le destinataire {recipient} se trouve hors de l’EEE ({country}), mais aucun transfert n’y est indiqué.',
  ),
}

/** Answered by a row, a derived transfer or a declaration; open as long as a supplier has no location at all. */
export function transfersNotStated(activity: Activity, look: Look): Finding[] {
  if (isDeclared(activityFields, activity, 'transfers')) return []
  const unplaced = suppliersOf(activity, look).filter((supplier) => !isPlaced(supplier))
  const isStated = transfersOf(activity, look).some(
    ({ country, importer }) => country !== null || importer !== '',
  )
  return when(unplaced.length > 0 || !isStated, () =>
    found(open, activity, {
      field: 'transfers',
      text: unplaced.length > 0 ? sentences.unplaced : sentences.none,
      values: unplaced.length > 0 ? { suppliers: listed(unplaced.map(called)) } : {},
      provision: provision(activity),
    }),
  )
}

export function storageAbroadWithoutTransfer(activity: Activity, look: Look): Finding[] {
  const missing = untransferred(activity, activity.storageCountries, look)
  return when(missing.length > 0, () =>
    found(storage, activity, {
      field: 'storageCountries',
      text: sentences.storage,
      values: { countries: listed(missing.map(countryText)) },
      provision: provision(activity),
    }),
  )
}

export const recipientAbroadWithoutTransfer = (activity: Activity, look: Look): Finding[] =>
  activity.recipients.flatMap((row) => {
    const party = look.party(row.party)
    const [country] = untransferred(activity, party?.country ? [party.country] : [], look)
    if (country === undefined) return []
    return found(recipient, activity, {
      field: 'recipients',
      row: row.rowId,
      text: sentences.recipient,
      values: { recipient: called(party), country: countryText(country) },
      provision: provision(activity),
    })
  })

/** Whether any country of a supplier's locations is stated. */
export const isPlaced = (supplier: { locations: readonly { country: string | null }[] }): boolean =>
  supplier.locations.some((row) => row.country !== null)

function untransferred(activity: Activity, countries: readonly string[], look: Look): string[] {
  const abroad = countries.filter((country) => isThirdCountry(country, look))
  if (abroad.length === 0) return []
  const reached = new Set(transfersOf(activity, look).map((transfer) => transfer.country))
  return abroad.filter((country) => !reached.has(country))
}

const provision = (activity: Activity) => provisionFor(activity, '30(1)(e)', '30(2)(c)')
