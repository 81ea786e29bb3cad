import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** One file that holds script and style and may load nothing: its Content-Security-Policy names their hashes. */
const onePage = (): Plugin => ({
  name: 'one-page',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
    const [chunk] = chunks
    if (!chunk || chunks.length > 1) this.error('The verifier page is one script.')
    const script = chunk.code.trim().replaceAll('</script', '<\\/script')
    const style = textOf('src/page.css')
    for (const name of Object.keys(bundle)) delete bundle[name]
    const parts: readonly (readonly [string, string])[] = [
      ["'script-hash'", `'${hashOf(script)}'`],
      ["'style-hash'", `'${hashOf(style)}'`],
      ['<!-- style -->', `<style>${style}</style>`],
      ['<!-- script -->', `<script type="module">${script}</script>`],
    ]
    const source = parts.reduce(
      (page, [place, part]) => page.replace(place, () => part),
      textOf('page.html'),
    )
    this.emitFile({
      type: 'asset',
      fileName: 'verify.html',
      source,
    })
  },
})

export default defineConfig({
  plugins: [onePage()],
  build: {
    modulePreload: false,
    rolldownOptions: { input: 'src/main.ts', output: { codeSplitting: false } },
    reportCompressedSize: false,
  },
})
