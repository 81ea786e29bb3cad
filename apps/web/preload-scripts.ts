import type { Plugin } from 'vite'

const first = ['/src/app.tsx', '/src/routes/list.tsx']

/**
 * Has the browser fetch the script of the frame and of lists, where most people begin, at once, but after what it needs
 * to paint: the style, the font, and the rows that the server drew.
 */
export const preloadScripts = (): Plugin => ({
  name: 'preload-scripts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk')
      const files = first.flatMap((module) => {
        const chunk = chunks.find((each) => each.facadeModuleId?.endsWith(module))
        if (!chunk) throw new Error(`the build holds no script of ${module}`)
        return [...chunk.imports, chunk.fileName]
      })
      const entry = /<script type="module".*?<\/script>\n?/.exec(html)?.[0] ?? ''
      const already = /<link rel="modulepreload".*?>\n?/g
      const known = [...html.matchAll(already)].map(([tag]) => /href="\/([^"]+)"/.exec(tag)?.[1])
      const wanted = [...new Set([...known, ...files])].filter((file) => !entry.includes(`${file}`))
      return {
        html: html.replace(entry, '').replaceAll(already, ''),
        tags: [
          {
            tag: 'script',
            attrs: { ...low, type: 'module', src: /src="([^"]+)"/.exec(entry)?.[1] },
            injectTo: 'head' as const,
          },
          ...wanted.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `/${file}`, ...low },
            injectTo: 'head' as const,
          })),
        ],
      }
    },
  },
})

const low = { crossorigin: '', fetchpriority: 'low' }
