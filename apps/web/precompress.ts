import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|html|svg)$/

/** Writes `.br` and `.gz` beside each text asset of the build, so that the server only sends files. */
export function precompress(): Plugin {
  let outDir = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true })
      for (const file of files.filter((name) => compressible.test(name))) {
        const bytes = await readFile(join(outDir, file))
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
        await writeFile(join(outDir, `${file}.br`), brotliCompressSync(bytes, quality))
        await writeFile(join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
