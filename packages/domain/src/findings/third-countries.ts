import type { Activity } from '../activity/activity.ts'
import { isThirdCountry } from '../derived/transfers.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { adequacyOf } from '../reference/at-day.ts'
import { countryText } from '../reference/countries.ts'
import { frameworkStatuses } from '../sub-processor/locations.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { answerWords } from '../values.ts'
import { both, type Text, type Values } from '../words.ts'
import { advice, conflict, found, gap, type Rule } from './rule.ts'

const mechanism = gap(
  'third-country-without-mechanism',
  'Art. 44–49',
  both('Third country without a mechanism', 'Pays tiers sans mécanisme'),
)
const adequacy = conflict(
  'adequacy-without-decision',
  'Art. 45',
  both('Adequacy without a decision', 'Adéquation sans décision'),
)
const quebec = advice(
  'quebec-assessment-missing',
  'Quebec s. 17',
  both('Outside Quebec without s. 17 assessment', 'Hors du Québec sans évaluation de l’art. 17'),
)
export const thirdCountriesRules = [mechanism, adequacy, quebec]

const sentences = {
  mechanism: both(
    'No transfer mechanism is stated for {importer} in {country}.',
    'Aucun mécanisme de transfert n’est indiqué pour {importer} ({country}).',
  ),
  adequacy: both(
    'The mechanism stated for {importer} is an adequacy decision, and none covers {country} on {day}.',
    'Le mécanisme indiqué pour {importer} est une décision d’adéquation, mais aucune ne couvre {country} au {day}.',
  ),
  framework: both(
    'The adequacy decision for {country} covers only participants of the Data Privacy Framework, and {importer} is {status}.',
    'La décision d’adéquation pour {country} ne couvre que les participants au cadre de protection des données, or {importer} {status}.',
  ),
  quebec: both(
    'No assessment under s. 17 is recorded for {importer} in {country}, outside Quebec.',
    'Aucune évaluation de l’art. 17 n’est consignée pour {importer} ({country}), hors du Québec.',
  ),
}

/** Of an activity's own transfers and of a supplier's locations alike. */
export const thirdCountryWithoutMechanism = (
  record: Activity | SubProcessor,
  look: Look,
): Finding[] =>
  placesOf(record).flatMap((place) =>
    place.mechanism === null && isThirdCountry(place.country, look)
      ? [about(record, place, { rule: mechanism, text: sentences.mechanism })]
      : [],
  )

export const adequacyWithoutDecision = (record: Activity | SubProcessor, look: Look): Finding[] =>
  placesOf(record).flatMap((place) => {
    if (place.mechanism !== 'adequacy' || !isThirdCountry(place.country, look)) return []
    if (!adequacyOf(look.reference, place.country, look.today)) {
      const values = { day: look.today }
      return [about(record, place, { rule: adequacy, text: sentences.adequacy, values })]
    }
    // Decision (EU) 2023/1795 reaches no farther than the list of participants.
    if (place.country !== 'US' || !isOffTheList(place)) return []
    const values = { status: frameworkStatuses[place.frameworkStatus] }
    return [about(record, place, { rule: adequacy, text: sentences.framework, values })]
  })

/** Only for an organisation in Canada: the section binds those who do business in Quebec. */
export const quebecAssessmentMissing = (record: Activity | SubProcessor, look: Look): Finding[] => {
  const outside = placesOf(record).filter(
    (place) =>
      place.country !== null &&
      place.quebecAssessment === null &&
      !(place.country === 'CA' && place.subdivision === 'CA-QC'),
  )
  return outside.length === 0 || !isOfCanada(record, look)
    ? []
    : outside.map((place) => about(record, place, { rule: quebec, text: sentences.quebec }))
}

type Row = Activity['transfers'][number] | SubProcessor['locations'][number]
type Place = Pick<Row, 'rowId' | 'country' | 'subdivision' | 'mechanism' | 'quebecAssessment'> & {
  importer: string
  frameworkStatus: keyof typeof frameworkStatuses | null
}

const placesOf = (record: Activity | SubProcessor): readonly Place[] =>
  'locations' in record
    ? record.locations.map((row) => ({ ...row, importer: record.name }))
    : record.transfers.map((row) => ({ ...row, frameworkStatus: null }))

const isOffTheList = (
  place: Place,
): place is Place & { frameworkStatus: 'inactive' | 'notListed' } =>
  place.frameworkStatus === 'inactive' || place.frameworkStatus === 'notListed'

function isOfCanada(record: Activity | SubProcessor, look: Look): boolean {
  const activities = 'locations' in record ? look.linkedTo(record.id) : [record]
  return activities.some(({ organisation }) => look.organisation(organisation)?.country === 'CA')
}

type About = { rule: Rule; text: Text; values?: Values }
const about = (record: Activity | SubProcessor, place: Place, { rule, text, values }: About) =>
  found(rule, record, {
    field: 'locations' in record ? 'locations' : 'transfers',
    row: place.rowId,
    text,
    values: {
      ...values,
      importer: place.importer || answerWords.notStated,
      country: place.country === null ? answerWords.notStated : countryText(place.country),
    },
  })
