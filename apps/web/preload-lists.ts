import type { Plugin } from 'vite'

/** Has the browser fetch the script of lists, where most people begin, beside that of the frame. */
export const preloadLists = (): Plugin => ({
  name: 'preload-lists',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk')
      const list = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/routes/list.tsx'))
      if (!list) throw new Error('the build holds no script of lists')
      const missing = [list.fileName, ...list.imports].filter((file) => !html.includes(`/${file}"`))
      return missing.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}`, crossorigin: '' },
        injectTo: 'head' as const,
      }))
    },
  },
})
