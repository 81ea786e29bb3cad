import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { datedAt } from './docx-date.ts'
import type { Block, Line, Paper, PaperTable, Paragraphs, Section } from './paper.ts'
import { printable } from './printable.ts'

/** The same record as a Word document (OOXML): contents that link, tables whose heads repeat, page numbers. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { words, footer, language } = paper
  const document = new Document({
    title: `${paper.title}, ${printable(paper.author)}`,
    creator: printable(paper.author),
    lastModifiedBy: printable(paper.author),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 17, language: { value: languages[language] } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: 800, bottom: 900, left: 850, right: 850 },
          },
        },
        footers: { default: new Footer({ children: footerOf(footer, words.page) }) },
        children: [
          new Paragraph({
            children: [run(paper.title, { size: 52, bold: true })],
            spacing: { before: 1600 },
          }),
          new Paragraph({
            children: [run(paper.subtitle, { size: 26, color: faint })],
            spacing: { after: 600 },
          }),
          ...linesOf(paper.cover),
          new Paragraph({
            children: [run(words.contents, { size: 34, bold: true })],
            pageBreakBefore: true,
          }),
          new TableOfContents(words.contents, {
            hyperlink: true,
            headingStyleRange: '1-2',
            beginDirty: false,
          }),
          ...paper.sections.flatMap(sectionOf),
        ],
      },
    ],
  })
  return datedAt(await Packer.toBuffer(document), paper.generatedAt)
}

const languages = { en: 'en-GB', fr: 'fr-FR' }
const faint = '5B6472'
/** A4 in landscape between its margins, in twentieths of a point. */
const width = 16838 - 2 * 850

type Look = { size?: number; bold?: boolean; color?: string }
/** Line ends become breaks: a run of WordprocessingML has none. */
const runs = (text: string, look: Look = {}) =>
  printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))
const run = (text: string, look: Look = {}) =>
  new TextRun({ text: printable(text).replaceAll(/\s*\n\s*/g, ' '), ...look })

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const sizes = { 1: 34, 2: 24, 3: 19 }

const sectionOf = ({ level, title, blocks, isOnNewPage = false }: Section) => [
  new Paragraph({
    heading: levels[level],
    pageBreakBefore: level === 1 || isOnNewPage,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [
      run(title, { size: sizes[level], bold: true, color: level === 3 ? faint : '000000' }),
    ],
  }),
  ...blocks.flatMap(blockOf),
]

function blockOf(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'lines') return linesOf(block.lines)
  if (block.kind === 'text')
    return block.paragraphs.map((text) => new Paragraph({ children: runs(text) }))
  return tableOf(block)
}

const linesOf = (lines: readonly Line[]) => [
  grid(
    lines.map(({ label, answer, askedBy }) => [
      cell([label], 20, { color: faint }),
      cell(answer, 62),
      cell([askedBy], 18, { size: 13, color: faint }),
    ]),
  ),
  new Paragraph({ children: [], spacing: { after: 0 } }),
]

function tableOf({ title, askedBy, columns, rows }: PaperTable) {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const shares = columns.map(({ share }) => (share / total) * 100)
  const head = columns.map(({ label }, index) =>
    cell([label], shares[index] ?? 0, { size: 15, bold: true }),
  )
  const body = rows.map((row) =>
    row.map((each, index) => cell(each, shares[index] ?? 0, { size: 15 })),
  )
  return [
    ...(title === ''
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 60 },
            children: [run(title, { bold: true }), run(`  ${askedBy}`, { size: 13, color: faint })],
          }),
        ]),
    grid(body, head),
    new Paragraph({ children: [], spacing: { after: 0 } }),
  ]
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CED6' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function grid(rows: readonly TableCell[][], head?: TableCell[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: [
      ...(head ? [new TableRow({ children: head, tableHeader: true, cantSplit: true })] : []),
      ...rows.map((children) => new TableRow({ children })),
    ],
  })
}

const cell = (paragraphs: Paragraphs, percent: number, look: Look = {}) =>
  new TableCell({
    width: { size: Math.round((width * percent) / 100), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: paragraphs.map((text) => new Paragraph({ children: runs(text, look) })),
  })

const footerOf = (lines: readonly string[], page: string) => [
  ...lines.map((text) => new Paragraph({ children: [run(text, { size: 13, color: faint })] })),
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 13,
        color: faint,
        children: [`${page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
      }),
    ],
  }),
]
