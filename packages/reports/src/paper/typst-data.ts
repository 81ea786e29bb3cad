import type { Block, Line, Paper, Paragraphs } from './paper.ts'
import { inPieces, linesInPieces } from './pieces.ts'
import { printable } from './printable.ts'

/** A paper as `record.typ` reads it; characters in `missing` are shown by their code point. */
export function typstData(paper: Paper, fonts: readonly string[], missing: ReadonlySet<string>) {
  const one = (text: string) => inPieces(text, missing)
  const many = (some: Paragraphs) => some.flatMap((text) => linesInPieces(text, missing))
  const line = ({ label, answer, askedBy }: Line) => ({
    label: one(label),
    answer: many(answer),
    askedBy: one(askedBy),
    breaks: isLong(answer),
  })
  const block = (each: Block) => {
    if (each.kind === 'lines') return { kind: each.kind, lines: each.lines.map(line) }
    if (each.kind === 'text') return { kind: each.kind, paragraphs: many(each.paragraphs) }
    return {
      kind: each.kind,
      title: each.title === '' ? [] : one(each.title),
      askedBy: one(each.askedBy),
      columns: each.columns.map(({ label, share }) => ({ label: one(label), share })),
      rows: each.rows.map((row) => ({
        breaks: row.some(isLong),
        cells: row.map((cell) => ({ paragraphs: many(cell) })),
      })),
    }
  }
  return {
    fonts,
    language: paper.language,
    title: printable(`${paper.title}, ${paper.author}`),
    author: printable(paper.author),
    date: dateOf(paper.generatedAt),
    heading: one(paper.title),
    subtitle: one(paper.subtitle),
    cover: paper.cover.map(line),
    contents: one(paper.words.contents),
    page: one(paper.words.page),
    notStated: one(paper.words.notStated),
    footer: many(paper.footer),
    sections: paper.sections.map(({ level, title, blocks, isOnNewPage = false }) => ({
      level,
      fresh: isOnNewPage,
      title: one(title),
      blocks: blocks.map(block),
    })),
  }
}

function dateOf(instant: string) {
  const [year, month, day, hour, minute, second] = instant.split(/[^\d]+/).map(Number)
  return { year, month, day, hour, minute, second }
}

/** Whether an answer may go on over a page: a short one stays together, one longer than a page could not. */
const isLong = (some: Paragraphs) => some.length > 8 || some.join('').length > 300
