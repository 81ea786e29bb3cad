import type { Language } from './words.ts'

/** Below which every public page stands: `/subprocessors`, `/fr/subprocessors`. The language stands in the address. */
export const publicRoot = (language: Language): string =>
  `${language === 'en' ? '' : `/${language}`}/subprocessors`
