import type { Language } from '@ropewalk/domain/words.ts'

/** French double signs stay on the line of their word; texts are written with plain spaces. */
export const typeset = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0') : text

/** A label inside a sentence: `Retention` becomes `retention`, while `DPO` and `SCC modules` stay. */
export const withinSentence = (label: string): string =>
  /^\p{Lu}[\p{Lu}\d.]/u.test(label) ? label : label.slice(0, 1).toLocaleLowerCase() + label.slice(1)

/** Parts as sentences one after the other; a part that ends with a full stop of its own gets no second one. */
export const sentences = (parts: readonly string[]): string =>
  parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
