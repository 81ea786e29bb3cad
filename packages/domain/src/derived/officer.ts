import type { Organisation } from '../organisation.ts'
import type { AnyRecord } from '../record.ts'
import { joined } from '../values.ts'

/** Those whom a field of the organisation names, or contacts of that role in its place. */
export const officers = ['representative', 'dpo'] as const
export type Officer = (typeof officers)[number]

/** The contacts of a role that say who or how to reach them, each by the first of these that is stated. */
const contactsAs = (organisation: Pick<Organisation, 'contacts'>, role: Officer): string[] =>
  organisation.contacts.flatMap((row) => {
    const said = row.name || row.title || row.email || row.phone || row.address
    return row.role === role && said ? [said] : []
  })

export const hasContact = (organisation: Organisation, role: Officer): boolean =>
  contactsAs(organisation, role).length > 0

/** What the contacts answer where a field of the record is empty; empty when they do not. */
export function answeredByContacts(record: AnyRecord, key: string): string {
  const officer = officers.find((each) => each === key)
  if (!officer || !Array.isArray(record.contacts) || record[key] !== '') return ''
  return joined(contactsAs(record as unknown as Organisation, officer))
}
