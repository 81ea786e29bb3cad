import { type Language, languages, say, type Text, type Values } from '@ropewalk/domain/words.ts'
import { useCallback, useSyncExternalStore } from 'react'
import { inBrowser } from './in-browser.ts'
import { keep, kept } from './kept.ts'
import { typeset } from './typography.ts'

/** Says a text in the reader's language. */
export type Say = (text: Text, values?: Values) => string

export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

/** `const say = useSay()`, then `say(words.save)`. */
export function useSay(): Say {
  const language = useLanguage()
  return useCallback((text, values) => typeset(say(text, language, values), language), [language])
}

export const useLanguage = (): Language =>
  useSyncExternalStore(subscribe, currentLanguage, currentLanguage)

export const currentLanguage = (): Language => current

/** The person's own choice, kept in this browser. */
export function chooseLanguage(language: Language): void {
  keep('language', language)
  speak(language)
}

/** What the server knows of the person; a choice made in this browser comes first. */
export function preferLanguage(language: Language): void {
  if (!known(kept('language'))) speak(language)
}

const listeners = new Set<() => void>()
function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** From here on everything is said in this language. */
export function speak(language: Language): void {
  current = language
  if (inBrowser) document.documentElement.lang = language
  for (const listener of listeners) listener()
}

const known = (name: string | null | undefined): Language | undefined =>
  languages.find((language) => language === name)

function atStart(): Language {
  if (!inBrowser) return 'en'
  const asked = known(new URLSearchParams(location.search).get('lang'))
  if (asked) keep('language', asked)
  const spoken = navigator.languages.map((name) => known(name.slice(0, 2)))
  return asked ?? known(kept('language')) ?? spoken.find((name) => name !== undefined) ?? 'en'
}

let current: Language
speak(atStart())
