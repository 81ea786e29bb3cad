import { folded } from '@ropewalk/domain/foreign-text.ts'
import { invalidField } from '@ropewalk/domain/invalid.ts'
import { both, type Text, type Values } from '@ropewalk/domain/words.ts'
import { commonWords, runs } from './common-passwords.ts'
import { personFields } from './fields.ts'

const shortest = 12
const longest = 200
const faults = {
  short: both(
    'at least {shortest} characters are needed',
    'il faut au moins {shortest} caractères',
  ),
  long: both('at most {longest} characters fit', 'au plus {longest} caractères'),
  broken: both('it holds half of a character pair', 'il contient une moitié de caractère'),
  common: both(
    'this is one of the first that strangers try; take several words that only you would put together',
    'c’est l’un des premiers que des inconnus essaient ; prenez plusieurs mots que vous seul réuniriez',
  ),
  own: both(
    'it is made of your own name or address; take several words that only you would put together',
    'il est fait de votre nom ou de votre adresse ; prenez plusieurs mots que vous seul réuniriez',
  ),
}

type About = { name: string; email: string; field?: 'password' | 'next' }

/** Refuses a new password of fewer than 12 or more than 200 characters, a common one, or one's own name. */
export function refuseWeak(password: string, { field = 'password', ...who }: About): void {
  const refuse = (fault: Text, values: Values = {}) => {
    throw invalidField(field, personFields[field].label, fault, values)
  }
  const { length } = [...password]
  if (length < shortest) refuse(faults.short, { shortest })
  if (length > longest) refuse(faults.long, { longest })
  if (!password.isWellFormed()) refuse(faults.broken)
  if (isCommon(password)) refuse(faults.common)
  if (isOwn(lettersAndDigits(password), who)) refuse(faults.own)
}

const lettersAndDigits = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '')

function isCommon(password: string): boolean {
  if (new Set(password).size < 4) return true
  const plain = lettersAndDigits(password)
  if (plain === '') return false
  if (runs.some((run) => run.includes(plain) || backwards(run).includes(plain))) return true
  const words = [plain, meant(plain.replace(/^\d+|\d+$/g, ''))].map((text) =>
    text.replace(/\d/g, ''),
  )
  return words.some((text) => commonWords.has(text) || commonWords.has(once(text)))
}

const backwards = (text: string) => [...text].reverse().join('')
/** `p4ssw0rd` means `password`. */
const meant = (text: string) =>
  text.replace(/[01345]/g, (digit) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' })[digit] ?? digit)
/** `abcabc` is `abc` twice. */
const once = (text: string) => /^(.+?)\1+$/u.exec(text)?.[1] ?? text

/** Whether little is left of it once the person's own names are taken out. */
function isOwn(plain: string, { name, email }: { name: string; email: string }): boolean {
  const parts = [
    email,
    email.split('@')[0] ?? '',
    name,
    ...name.split(/\s+/),
    ...email.split(/[@.]/),
  ]
  const own = parts.map(lettersAndDigits).filter((part) => part.length >= 4)
  const left = own
    .sort((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, ''), plain)
  return left !== plain && left.length < 8
}
