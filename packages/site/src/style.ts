import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sheets = ['colours', 'page', 'filters', 'ask', 'table', 'narrow', 'beside', 'print'] as const

/** The one stylesheet of the public pages. */
export const style: string = sheets
  .map((sheet) => readFileSync(new URL(`./style/${sheet}.css`, import.meta.url), 'utf8'))
  .join('')

const hash = createHash('sha256').update(style).digest('hex').slice(0, 12)

/** Its address changes with its content, so that it may be kept for ever. */
export const stylePath = `/subprocessors/style.${hash}.css`
