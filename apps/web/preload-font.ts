import type { Plugin } from 'vite'

/** Has the browser fetch the one font that every page needs beside the script, not after the style. */
export const preloadFont = (): Plugin => ({
  name: 'preload-font',
  apply: 'build',
  transformIndexHtml(_, { bundle }) {
    const font = Object.keys(bundle ?? {}).find((name) => name.includes('inter-latin-wght-normal'))
    if (!font) throw new Error('the build holds no Latin Inter')
    return [
      {
        tag: 'link',
        attrs: {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          href: `/${font}`,
          crossorigin: '',
        },
        injectTo: 'head-prepend',
      },
    ]
  },
})
