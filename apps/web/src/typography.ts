import type { Language } from '@ropewalk/domain/words.ts'

/** French double signs stay on the line of their word; texts are written with plain spaces. */
export const typeset = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0') : text
