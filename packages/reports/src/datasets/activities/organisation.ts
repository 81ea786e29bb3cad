import { type Organisation, organisationFields } from '@ropewalk/domain/organisation.ts'
import type { Cell } from '../../cell.ts'
import { answerTo, inOne, listOr } from '../../facts.ts'

/** How the organisation is reached: address, e-mail, compliance mailbox. */
export const contactOf = (organisation: Organisation | undefined): Cell =>
  organisation
    ? listOr(
        [organisation.address, organisation.email, ...contactsAs(organisation, 'mailbox')].filter(
          (part) => part !== '',
        ),
        null,
      )
    : null

/** Its DPO or representative with contact details, or the answer given in their place. */
export function officerOf(
  organisation: Organisation | undefined,
  role: 'dpo' | 'representative',
): Cell {
  if (!organisation) return null
  const contacts = contactsAs(organisation, role)
  const name = organisation[role]
  const isAmongThem = organisation.contacts.some((row) => row.role === role && row.name === name)
  return listOr(
    name === '' || isAmongThem ? contacts : [name, ...contacts],
    answerTo(organisationFields, organisation, role),
  )
}

const contactsAs = (organisation: Organisation, role: 'dpo' | 'representative' | 'mailbox') =>
  organisation.contacts
    .filter((row) => row.role === role)
    .flatMap(
      ({ name, title, email, phone, address }) => inOne([name, title, email, phone, address]) ?? [],
    )
