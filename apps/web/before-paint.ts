import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Plugin, transformWithOxc } from 'vite'

const source = fileURLToPath(new URL('src/before-paint.ts', import.meta.url))

/** Has one small script run before the page is painted. It is a file: the Content-Security-Policy takes none inside the page. */
export function beforePaint(): Plugin {
  let file = ''
  return {
    name: 'before-paint',
    apply: 'build',
    async generateBundle() {
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
      const script = code.replace(/^export \{\s*\};?$/m, '')
      const asset = this.emitFile({ type: 'asset', name: 'before-paint.js', source: script })
      file = this.getFileName(asset)
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' },
    ],
  }
}
