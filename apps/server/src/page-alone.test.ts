import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { pageAlone } from './page-alone.ts'
import type { StaticFile } from './static-files.ts'

const fileOf = (text: string): StaticFile => ({
  content: Buffer.from(text),
  type: 'text/plain',
  hash: '',
})
const files = (style: string, script: string) =>
  new Map([
    ['assets/index-1.css', fileOf(style)],
    ['assets/before-paint-1.js', fileOf(script)],
  ])
const entry = '<script type="module" crossorigin src="/assets/index-1.js"></script>'
const page = [
  '<script src="/assets/before-paint-1.js"></script>',
  '<link rel="stylesheet" crossorigin href="/assets/index-1.css">',
  '<link rel="modulepreload" href="/assets/app-1.js" crossorigin="">',
  entry,
].join('\n')
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

it('puts the style and the script before the paint inside, each allowed by its hash alone', () => {
  const alone = pageAlone(page, files('a{color:red}/* $& */', 'let a = 1'))
  expect(alone.page).toBe(
    `<script>let a = 1</script>\n<style>a{color:red}/* $& */</style>\n${entry}`,
  )
  expect(alone.policy).toContain(`script-src 'self' ${hashOf('let a = 1')};`)
  expect(alone.policy).toContain(`style-src 'self' ${hashOf('a{color:red}/* $& */')};`)
  expect(alone.policy).not.toContain('unsafe')
})

it('leaves a file outside that could end its element, or that is not there', () => {
  const alone = pageAlone(page, files('a{}</style><img>', '"</script>"'))
  expect(alone.page).not.toContain('<img>')
  expect(alone.page).toContain('<link rel="stylesheet"')
  expect(pageAlone(page, new Map()).page).toContain('<script src="/assets/before-paint-1.js">')
})
