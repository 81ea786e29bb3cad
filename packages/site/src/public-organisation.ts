import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'

type Contact = Organisation['contacts'][number]
export type PublicContact = Pick<
  Contact,
  'role' | 'name' | 'title' | 'email' | 'phone' | 'address' | 'asOf'
>

/** What the public may know of the organisation whose list this is. */
export type PublicOrganisation = Pick<
  Organisation,
  'name' | 'roleInSentence' | 'address' | 'country' | 'email' | 'website' | 'privacyNotice'
> & {
  contacts: readonly PublicContact[]
  /** The e-mail address for questions about privacy, or '' when none is stated. */
  privacyContact: string
}

/** The public part of an organisation: its public fields, and the contacts that are shown. */
export function publicOrganisation(organisation: Organisation): PublicOrganisation {
  const { name, roleInSentence, address, country, email, website, privacyNotice } = organisation
  const contacts = organisation.contacts.filter((contact) => contact.shown === true).map(shownPart)
  const privacyContact = privacyContactOf(contacts) || email
  const facts = { name, roleInSentence, address, country, email, website, privacyNotice }
  return { ...facts, contacts, privacyContact }
}

const shownPart = ({ role, name, title, email, phone, address, asOf }: Contact): PublicContact => ({
  role,
  name,
  title,
  email,
  phone,
  address,
  asOf,
})

const privacyRoles = ['mailbox', 'dpo', 'quebec', 'representative', 'regional', 'other'] as const

function privacyContactOf(contacts: readonly PublicContact[]): string {
  const reachable = contacts.filter((contact) => !isEmpty(contact.email))
  for (const role of privacyRoles) {
    const found = reachable.find((contact) => contact.role === role)
    if (found) return found.email
  }
  return ''
}
