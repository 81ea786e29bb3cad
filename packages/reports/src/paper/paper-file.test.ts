import { readFileSync } from 'node:fs'
import type { Fields } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { example } from '@ropewalk/domain/test-examples.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { pagesOf, paragraphsOfDocx } from '../test-reading.ts'
import { testSource } from '../test-source.ts'
import type { Paper, PaperTable } from './paper.ts'
import { paperFile } from './paper-file.ts'
import { printable } from './printable.ts'
import { recordPaper } from './record-paper.ts'

const naughty: string[] = JSON.parse(
  readFileSync(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8'),
)

const bare = (text: string) => text.replaceAll(/\s/g, '')

/** What a reader meets in order, without the foot of the pages. */
const textsIn = ({ sections }: Paper): string[] =>
  sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) =>
      block.kind === 'lines'
        ? block.lines.flatMap(({ label, answer, askedBy }) => [label, ...answer, askedBy])
        : block.kind === 'text'
          ? block.paragraphs
          : [
              block.title,
              block.askedBy,
              ...block.columns.map(({ label }) => label),
              ...block.rows.flat(2),
            ],
    ),
  ])

/** A record of activities of these names, which are their descriptions too. */
const withName = async (names: readonly string[]): Promise<Paper> => {
  const records = names.map((name, index) => {
    const id = `PA-${String(index + 1).padStart(4, '0')}`
    return { record: { ...example('activity', id, { name, description: name }) }, findings: [] }
  })
  return recordPaper('controller', { ...(await testSource()), records })
}

describe.each(languages)('the records in %s', (language) => {
  let papers: readonly [Paper, Paper]
  beforeAll(async () => {
    const source = await testSource(language)
    papers = [recordPaper('controller', source), recordPaper('processor', source)]
  })

  test.each([0, 1] as const)('read as agreed (%i)', async (index) => {
    const kind = ['controller', 'processor'][index]
    const pdf = await pagesOf(await paperFile(papers[index], { format: 'pdf' }))
    await expect(`${pdf.join('\n\f\n')}\n`).toMatchFileSnapshot(
      `../golden/record-${kind}.${language}.pdf.txt`,
    )
    const docx = paragraphsOfDocx(await paperFile(papers[index], { format: 'docx' }))
    await expect(`${docx.join('\n')}\n`).toMatchFileSnapshot(
      `../golden/record-${kind}.${language}.docx.txt`,
    )
  })

  test('every field of the catalogue appears', () => {
    const shown = new Set(papers.flatMap(textsIn))
    const labels = Object.values(nouns).flatMap(({ fields }) =>
      Object.values(fields as Fields).flatMap((field) => [
        field.label[language],
        ...(field.kind === 'rows'
          ? Object.values(field.fields).map(({ label }) => label[language])
          : []),
      ]),
    )
    expect(labels.filter((label) => !shown.has(label))).toEqual([])
  })
})

test('a PDF holds every text in order, its date, its pages and the head of the log', async () => {
  const paper = recordPaper('controller', await testSource())
  const bytes = await paperFile(paper, { format: 'pdf' })
  const pages = await pagesOf(bytes)
  const foot = bare(paper.footer.join(''))
  const body = pages
    .map((page, index) => {
      const text = bare(page)
      const number = `Page${index + 1}/${pages.length}`
      expect(text.startsWith(foot)).toBe(true)
      expect(text.endsWith(number)).toBe(true)
      return text.slice(foot.length, -number.length)
    })
    .join('')
  expect(foot).toContain('ropeworks.example/log·42·abcdEFGH==')
  let at = body.lastIndexOf(bare('In the order of their ids.'))
  for (const text of textsIn(paper).slice(1)) {
    // A reader of PDF may turn Arabic around.
    if (/\p{Script=Arabic}/u.test(text)) continue
    const next = body.indexOf(bare(text), at)
    expect(next, `after ${body.slice(at - 40, at)} comes ${text}`).toBeGreaterThanOrEqual(at)
    at = next
  }
})

test('a PDF is tagged PDF/A-2a', async () => {
  const bytes = await paperFile(recordPaper('processor', await testSource()), { format: 'pdf' })
  const text = bytes.toString('latin1')
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  expect(text).toContain('/StructTreeRoot')
})

test.each(['pdf', 'docx'] as const)('the same register makes the same %s', async (format) => {
  const paper = recordPaper('controller', await testSource())
  const [one, other] = await Promise.all([
    paperFile(paper, { format }),
    paperFile(paper, { format }),
  ])
  expect(one.equals(other)).toBe(true)
})

test('names appear as themselves, never as code', async () => {
  const names = [
    '#import "@preview/x:1.0.0": *',
    '$x^2$ *bold* _it_ `raw` // no comment',
    '= Heading <label> @ref \\ -> "quotes"',
    '=HYPERLINK("http://x","y")',
    '<w:p>&amp; ]]>',
    'Rope 😀 works',
    'x'.repeat(200),
  ]
  const paper = await withName([...names, 'سجل Rope'])
  const pdf = bare((await pagesOf(await paperFile(paper, { format: 'pdf' }))).join(''))
  const docx = paragraphsOfDocx(await paperFile(paper, { format: 'docx' }))
  for (const [index, name] of names.entries()) {
    expect(pdf).toContain(bare(name))
    expect(docx).toContain(`PA-000${index + 1} ${name}`)
  }
  expect(docx).toContain('PA-0008 سجل Rope')
})

test('what no font holds is shown by its code point in a PDF, and as it is in a DOCX', async () => {
  const paper = await withName(['株式会社', 'ꙮ \u0007bell'])
  const pdf = bare((await pagesOf(await paperFile(paper, { format: 'pdf' }))).join(''))
  expect(pdf).toContain('‹U+682A›‹U+5F0F›‹U+4F1A›‹U+793E›')
  expect(pdf).toContain('‹U+0007›bell')
  const docx = paragraphsOfDocx(await paperFile(paper, { format: 'docx' }))
  expect(docx).toContain('PA-0001 株式会社')
})

test('every naughty text can be drawn', async () => {
  const whole = recordPaper('controller', { ...(await testSource()), records: [] })
  const table: PaperTable = {
    kind: 'table',
    title: 'Naughty',
    askedBy: '',
    columns: [{ label: 'Text', share: 1 }],
    rows: naughty.map((text) => [[text]]),
  }
  const paper = { ...whole, sections: [{ level: 1, title: 'Texts', blocks: [table] }] } as const
  const pdf = await paperFile(paper, { format: 'pdf' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const docx = paragraphsOfDocx(await paperFile(paper, { format: 'docx' }))
  const shown = new Set(docx.map(bare))
  const wanted = naughty.map((text) => bare(printable(text))).filter((text) => text !== '')
  expect(wanted.filter((text) => !shown.has(text))).toEqual([])
})

test('what takes too long is refused with a sentence, and the next is drawn', async () => {
  const paper = recordPaper('processor', await testSource())
  const slow = paperFile(paper, { format: 'pdf', seconds: 0.01 })
  const next = paperFile(paper, { format: 'pdf' })
  await expect(slow).rejects.toThrow(Refusal)
  await expect(slow).rejects.toThrow(/was not ready after 0.01 seconds/)
  expect((await next).length).toBeGreaterThan(1000)
})
