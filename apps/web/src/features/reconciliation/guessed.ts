import type { SheetPreview } from './list-file.ts'

const heading =
  /(?<!\p{L})(?:name|nom|vendor|supplier|fournisseur|prestataire|payee|b[ée]n[ée]ficiaire|app|application|company|soci[ée]t[ée]|service|account|provider|merchant)(?!\p{L})/iu

/** Which column a person most likely means, and whether the first row names columns. */
export function guessed({ first }: SheetPreview): { column: number; header: boolean } {
  const [row = []] = first
  const column = row.findIndex((text) => heading.test(text) && text.length < 40)
  return { column: Math.max(0, column), header: column >= 0 && first.length > 1 }
}
