import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Nothing is built: without it each start strips the types of every file again.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

const { serve } = await import('./serve.ts')
await serve(process.env, async (shell) => (await import('./parts.ts')).assembled(shell))
flushCompileCache()
