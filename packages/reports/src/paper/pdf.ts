import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from './paper.ts'
import { typstData } from './typst-data.ts'

// IBM Plex writes an Arabic letter in one glyph, so that the text taken out of the PDF is the text that went in.
const families = ['Inter', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew', 'Noto Emoji'] as const
const files = [
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/600SemiBold/Inter_600SemiBold.ttf',
  'ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf',
]

const layout = readFileSync(new URL('record.typ', import.meta.url), 'utf8')
const fontBlobs = files.map((file) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`))),
)

/**
 * A tagged PDF/A-2a with the paper's date as its own. It takes a whole processor for as long as it lasts: see
 * `paperFile`. The working folder is all that the layout could read, and it reads nothing.
 */
export function pdfOf(paper: Paper): Uint8Array {
  const missing = new Set(JSON.stringify(paper).match(foreign))
  for (let round = 0; round < 5; round += 1) {
    const data = JSON.stringify(typstData(paper, families, missing))
    const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontBlobs }] })
    try {
      return compiler.pdf(
        { mainFileContent: layout, inputs: { paper: data } },
        { pdfStandard: 'a-2a' },
      )
    } catch (error) {
      const found = missingIn(String(error)).filter((character) => !missing.has(character))
      if (found.length === 0) throw error
      for (const character of found) missing.add(character)
    }
  }
  throw new Error('The fonts lack more characters each time.')
}

// Of scripts that none of the fonts writes; of the others, what they lack is found by drawing.
const foreign =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]/gu

/** PDF/A takes no character without a glyph, and its refusal names them all: `the text `"中"` could not be displayed`. */
const missingIn = (refusal: string): string[] =>
  [...refusal.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gsu)].flatMap(
    ([, shown = '']) => [...unescaped(shown)].filter((character) => character > '~'),
  )

const unescaped = (shown: string) =>
  shown.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
