import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'

/** The text of a PDF, page by page. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document, { mergePages: false })
  return text
}

/** The texts of a DOCX, a paragraph each; a cell of a table is one or several. */
export function paragraphsOfDocx(docx: Uint8Array): string[] {
  const part = unzipSync(docx)['word/document.xml']
  if (!part) throw new Error('There is no document in this package')
  return [...strFromU8(part).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[ >][^<]*|<w:br\/>/g)]
      .map(([run]) => (run === '<w:br/>' ? '\n' : unescaped(run.slice(run.indexOf('>') + 1))))
      .join(''),
  )
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const unescaped = (xml: string) =>
  xml.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** Every cell of a workbook by sheet and row, as text. */
export async function cellsOf(workbook: Uint8Array): Promise<string> {
  const { sheets } = await readXlsx(workbook)
  return sheets
    .map(({ name, rows }) =>
      [
        `== ${name}`,
        ...rows.map((row, index) =>
          [
            `-- ${index + 1}`,
            ...row.map((cell) => `  ${String(cell ?? '').replaceAll('\n', '\n  ')}`),
          ].join('\n'),
        ),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n')
}
