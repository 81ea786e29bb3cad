import type { Plugin } from 'vite'

const first = '/src/app.tsx'

/**
 * Has the browser fetch the script of the frame and of lists, where most people begin, beside the entry. The server takes
 * these links away from a page whose first screen it drew: that is painted first.
 */
export const preloadScripts = (): Plugin => ({
  name: 'preload-scripts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk')
      const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(first)))
      if (!chunk) throw new Error(`the build holds no script of ${first}`)
      const missing = [...chunk.imports, chunk.fileName].filter(
        (file) => !html.includes(`/${file}"`),
      )
      return missing.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}`, crossorigin: '' },
        injectTo: 'head' as const,
      }))
    },
  },
})
