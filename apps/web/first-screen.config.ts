import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What the server draws a first screen with: one module with everything in it, which Node runs as it is. */
export default defineConfig({
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/first-screen.tsx',
    outDir: '../server/dist',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: true,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
