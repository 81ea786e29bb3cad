import { folded } from '../foreign-text.ts'

const legalForms = new Set(
  [
    'inc incorporated corp corporation co company ltd limited llc llp lp plc pty pte pvt pbc',
    'gmbh mbh ag kg ohg ug kgaa se ev',
    'sas sasu sarl sa eurl snc sci sca scop gie srl spa sl slu sprl',
    'bv nv cv ab as asa aps oy oyj kk zrt kft doo sro',
  ]
    .join(' ')
    .split(' '),
)

/** How a name is compared: its words without case, marks, punctuation and legal forms, and the same in one text. */
export type Normalised = { key: string; words: readonly string[] }

/**
 * NFKC, full case folding, marks off, `&` as `and`; `S.A.R.L.` reads `sarl`; legal forms at the end go, unless nothing
 * else is left. A text without a letter or a digit is compared as it stands. An empty text has the key ``.
 */
export function normalised(text: string): Normalised {
  const plain = folded(text.normalize('NFKC').toUpperCase()).normalize('NFKC').trim()
  const words = plain
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (initials) =>
      initials.replaceAll('.', ''),
    )
    .replace(/['’`]/g, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return { key: plain.replace(/\s+/g, ' '), words: [] }
  const kept = withoutForms(words)
  return { key: kept.join(' '), words: kept }
}

function withoutForms(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) {
    end -= 1
    // `GmbH & Co. KG`, `Tiffany & Co.`
    if (end > 1 && words[end - 1] === 'and') end -= 1
  }
  return words.slice(0, end)
}
