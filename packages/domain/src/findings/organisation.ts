import { hasContact, type Officer } from '../derived/officer.ts'
import type { Finding } from '../finding.ts'
import { type Organisation, organisationFields } from '../organisation.ts'
import { both } from '../words.ts'
import { isDeclared } from './declared.ts'
import { found, gap, when } from './rule.ts'
import { called } from './wording.ts'

const name = gap(
  'organisation-without-name',
  'Art. 30(1)(a)',
  both('Organisation without a name', 'Organisation sans dénomination'),
)
const contact = gap(
  'organisation-without-contact',
  'Art. 30(1)(a)',
  both('Organisation without contact details', 'Organisation sans coordonnées'),
)
const representative = gap(
  'representative-not-stated',
  'Art. 30(1)(a), 27',
  both('Representative not stated', 'Représentant non indiqué'),
)
const dpo = gap(
  'dpo-not-stated',
  'Art. 30(1)(a), 37',
  both('Data protection officer not stated', 'Délégué à la protection des données non indiqué'),
)
export const organisationRules = [name, contact, representative, dpo]

const sentences = {
  name: both(
    'The legal name of the organisation is not stated.',
    'La dénomination sociale de l’organisation n’est pas indiquée.',
  ),
  contact: both(
    '{organisation}: neither an address nor an e-mail address is stated.',
    '{organisation} : ni adresse ni courriel n’est indiqué.',
  ),
  representative: both(
    '{organisation}: a representative is neither stated nor ruled out.',
    '{organisation} : un représentant n’est ni indiqué ni écarté.',
  ),
  dpo: both(
    '{organisation}: a data protection officer is neither stated nor ruled out.',
    '{organisation} : un délégué à la protection des données n’est ni indiqué ni écarté.',
  ),
}

export const organisationWithoutName = (organisation: Organisation): Finding[] =>
  when(organisation.name === '', () =>
    found(name, organisation, { field: 'name', text: sentences.name }),
  )

export const organisationWithoutContact = (organisation: Organisation): Finding[] =>
  when(organisation.address === '' && organisation.email === '', () =>
    found(contact, organisation, {
      field: 'address',
      text: sentences.contact,
      values: { organisation: called(organisation) },
    }),
  )

export const representativeNotStated = (organisation: Organisation): Finding[] =>
  when(!isAnswered(organisation, 'representative'), () =>
    found(representative, organisation, {
      field: 'representative',
      text: sentences.representative,
      values: { organisation: called(organisation) },
    }),
  )

export const dpoNotStated = (organisation: Organisation): Finding[] =>
  when(!isAnswered(organisation, 'dpo'), () =>
    found(dpo, organisation, {
      field: 'dpo',
      text: sentences.dpo,
      values: { organisation: called(organisation) },
    }),
  )

const isAnswered = (organisation: Organisation, key: Officer) =>
  organisation[key] !== '' ||
  hasContact(organisation, key) ||
  isDeclared(organisationFields, organisation, key)
