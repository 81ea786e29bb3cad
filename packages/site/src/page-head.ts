import { contactRoles } from '@ropewalk/domain/organisation.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { mailAddress, publicPath, webAddress } from './addresses.ts'
import { dayHtml } from './days.ts'
import { type Filters, filteredPath } from './filters.ts'
import { foreign, foreignLines, type Html, html, sayHtml, together } from './html.ts'
import { pageWords } from './page-words.ts'
import type { PublicContact, PublicOrganisation } from './public-organisation.ts'
import { titleHtml } from './titles.ts'

type Head = {
  organisation: PublicOrganisation
  changedOn: string | undefined
  language: Language
  filters: Filters
}

/** Whose list this is, whom to ask, when it changed and how to take it along. */
export function headHtml({ organisation, changedOn, language, filters }: Head): Html {
  const file = (format: 'csv' | 'json') =>
    html`<a href="${filteredPath(publicPath(language, format), filters)}">${say(pageWords[format], language)}</a>`
  return html`<h1>${titleHtml(organisation, language)}</h1>
<p class="lead">${leadHtml(organisation, language)}</p>
<dl class="who">
<div><dt>${say(pageWords.address, language)}</dt><dd>${addressHtml(organisation, language)}</dd></div>
<div><dt>${say(pageWords.privacyContact, language)}</dt>${contactHtml(organisation, language)}</div>
<div><dt>${say(pageWords.thisList, language)}</dt>
<dd>${
    changedOn === undefined
      ? say(pageWords.neverPublished, language)
      : sayHtml(pageWords.lastChanged, language, { day: dayHtml(changedOn, language) })
  }</dd>
<dd>${file('csv')} · ${file('json')}</dd>
<dd><a href="${publicPath(language)}/subscribe">${say(pageWords.hear, language)}</a></dd></div>
${otherContacts(organisation).map((contact) => otherContactHtml(contact, language))}</dl>
`
}

/** What the list is, then the role as the organisation words it, closed as a sentence. */
function leadHtml({ name, roleInSentence }: PublicOrganisation, language: Language): Html {
  const values = { name: foreign(name) }
  const what = sayHtml(pageWords.whatItIs, language, values)
  if (roleInSentence === '')
    return html`${what} ${sayHtml(pageWords.roleNotStated, language, values)}`
  const role = /[.!?…]$/.test(roleInSentence) ? roleInSentence : `${roleInSentence}.`
  return html`${what} ${foreignLines(role)}`
}

function addressHtml({ address, country, website }: PublicOrganisation, language: Language): Html {
  const site = webAddress(website)
  const place = [
    ...(address === '' ? [] : [foreignLines(address)]),
    ...(address === '' && country !== null ? [html`${countryName(country, language)}`] : []),
  ]
  const lines = [
    ...(place.length === 0 ? [notStated(language)] : place),
    ...(site ? [html`<a href="${site}">${foreign(new URL(site).host)}</a>`] : []),
  ]
  return together(lines, html`<br>`)
}

function contactHtml(organisation: PublicOrganisation, language: Language) {
  const { privacyContact, privacyNotice } = organisation
  const notice = webAddress(privacyNotice)
  const contact = contactBehind(organisation)
  const lines = contact ? contactLines(contact) : privacyContact ? [mailHtml(privacyContact)] : []
  return html`<dd>${lines.length === 0 ? notStated(language) : together(lines, html`<br>`)}</dd>
<dd>${
    notice
      ? html`<a href="${notice}">${say(pageWords.privacyNotice, language)}</a>`
      : html`<span class="quiet">${say(pageWords.privacyNoticeNotStated, language)}</span>`
  }</dd>`
}

/** The shown contact whose address the privacy contact is. */
const contactBehind = ({ contacts, privacyContact }: PublicOrganisation) =>
  privacyContact === '' ? undefined : contacts.find(({ email }) => email === privacyContact)

const otherContacts = (organisation: PublicOrganisation) =>
  organisation.contacts.filter(
    (contact) => contact !== contactBehind(organisation) && contactLines(contact).length > 0,
  )

const otherContactHtml = (contact: PublicContact, language: Language) =>
  html`<div><dt>${contact.role === null ? say(pageWords.contact, language) : sentenceCase(say(contactRoles[contact.role], language))}</dt>
<dd>${together(contactLines(contact), html`<br>`)}</dd></div>
`

const contactLines = ({ name, title, address, email, phone }: PublicContact): Html[] => [
  ...[[name, title].filter(Boolean).join(', '), address, phone].filter(Boolean).map(foreignLines),
  ...(email === '' ? [] : [mailHtml(email)]),
]

const mailHtml = (email: string) => html`<a href="${mailAddress(email)}">${foreign(email)}</a>`

export const notStated = (language: Language): Html =>
  html`<span class="quiet">${say(pageWords.notStated, language)}</span>`

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
