import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { beforePaint } from './before-paint.ts'
import { chunkGroups } from './chunks.ts'
import { precompress } from './precompress.ts'
import { preloadFont } from './preload-font.ts'
import { preloadScripts } from './preload-scripts.ts'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadFont(), preloadScripts(), beforePaint(), precompress()],
  server: { proxy: { '/api': server, '/exports/': server, '/healthz': server } },
  build: {
    modulePreload: { polyfill: false },
    // The Content-Security-Policy takes no data: address for fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunkGroups() } },
      checks: { bundlerTimings: false },
    },
  },
})
