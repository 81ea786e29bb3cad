import { text } from 'node:stream/consumers'
import type { Paper } from './paper.ts'

// A process of its own: the format as its argument, a paper as JSON on standard input, the file on standard output.

const paper: Paper = JSON.parse(await text(process.stdin))
const draw = {
  pdf: async () => (await import('./pdf.ts')).pdfOf(paper),
  docx: async () => (await import('./docx.ts')).docxOf(paper),
}
process.stdout.write(await draw[process.argv[2] === 'docx' ? 'docx' : 'pdf']())
