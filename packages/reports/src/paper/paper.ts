import type { Language } from '@ropewalk/domain/words.ts'

/** The paragraphs of one answer. */
export type Paragraphs = readonly string[]

/** One fact: what it is, the answer, and the provisions that ask for it, if any. */
export type Line = { readonly label: string; readonly answer: Paragraphs; readonly askedBy: string }

/** `share` is a column's part of the width, beside the others' shares. */
export type PaperColumn = { readonly label: string; readonly share: number }

export type PaperTable = {
  readonly kind: 'table'
  readonly title: string
  readonly askedBy: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly Paragraphs[])[]
}
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'text'; readonly paragraphs: Paragraphs }
  | PaperTable

/** Level 1 is a part, 2 a record, 3 a chapter of it; the contents list the first two. */
export type Section = {
  readonly level: 1 | 2 | 3
  readonly isOnNewPage?: boolean
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A document for people, before it is a PDF or a DOCX: the same texts in the same order in both. */
export type Paper = {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly cover: readonly Line[]
  readonly sections: readonly Section[]
  /** At the foot of every page, before its number. */
  readonly footer: readonly string[]
  /** Headings of what a document makes itself. */
  readonly words: { readonly contents: string; readonly page: string; readonly notStated: string }
  /** ISO 8601 UTC. */
  readonly generatedAt: string
}
