import type { Language } from '@ropewalk/domain/words.ts'

/** French double signs stay on the line of their word; texts are written with plain spaces. */
export const typeset = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0') : text

/** A label inside a sentence: `Retention` becomes `retention`, while `DPO` and `SCC modules` stay. */
export const withinSentence = (label: string): string =>
  /^\p{Lu}[\p{Lu}\d.]/u.test(label) ? label : label.slice(0, 1).toLocaleLowerCase() + label.slice(1)
