import { type Permission, permissionNames } from '@ropewalk/domain/permissions.ts'
import { both, say, type Text } from '@ropewalk/domain/words.ts'

/** What an entry says of a refusal; where several were summed, each detail with how often it came. */
type Refused = {
  permission?: Permission | undefined
  record?: Details
  why?: Details
  times?: number | undefined
  since?: string | undefined
  until?: string | undefined
}
type Details = string | Readonly<Record<string, number>> | undefined

const whys: Readonly<Record<string, Text>> = {
  wrong: both('wrong', 'erroné'),
  closed: both('account disabled or past its last day', 'compte désactivé ou échu'),
  delayed: both('tried again too soon', 'nouvel essai trop tôt'),
}
const words = {
  may: both('may not {permission}', 'ne peut pas {permission}'),
  none: both('no record named', 'aucune fiche nommée'),
  others: both('others', 'autres'),
  more: both(
    '{n, plural, one {once more} other {# more times}}, from {since} to {until}',
    '{n, plural, one {une fois de plus} other {# fois de plus}}, de {since} à {until}',
  ),
}

/** Why somebody was refused; of what was repeated within an hour, how often and when. */
export function refusedText(
  { permission, record, why, times, since = '', until = '' }: Refused,
  time: (instant: string) => string,
): Text {
  return inBoth((language) => {
    const said = (text: Text, values = {}) => say(text, language, values)
    const wordOf = (key: string) => {
      if (permission === undefined)
        return Object.hasOwn(whys, key) ? said(whys[key] ?? both(key, key)) : key
      if (key === 'none') return said(words.none)
      return key === 'others' ? said(words.others) : key
    }
    const details = permission === undefined ? why : record
    const parts = [
      ...(permission
        ? [said(words.may, { permission: permissionNames[permission][language] })]
        : []),
      ...detailsIn(details).map(([key, n]) => (n === null ? wordOf(key) : `${wordOf(key)} ×${n}`)),
      ...(times === undefined
        ? []
        : [said(words.more, { n: times, since: time(since), until: time(until) })]),
    ]
    return parts.join(' · ')
  })
}

/** A single detail without a count, or each with how often it came. That no record was named goes without saying. */
function detailsIn(details: Details): [key: string, n: number | null][] {
  if (details === undefined || details === 'none') return []
  return typeof details === 'string' ? [[details, null]] : Object.entries(details)
}

const inBoth = (text: (language: 'en' | 'fr') => string): Text => both(text('en'), text('fr'))
