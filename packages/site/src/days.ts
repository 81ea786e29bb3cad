import type { Language } from '@ropewalk/domain/words.ts'
import { writtenDay } from '@ropewalk/domain/written-day.ts'
import { type Html, html } from './html.ts'

/** A `YYYY-MM-DD` as people write it, machine-readable; any other text as it stands. */
export const dayHtml = (day: string, language: Language): Html =>
  html`<time datetime="${day}">${writtenDay(day, language)}</time>`
