import { readFileSync } from 'node:fs'

const { name, version } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { name: string; version: string }

/** The program and its version, as its own package says. */
export const product = { name, version }
