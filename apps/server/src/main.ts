import { flushCompileCache } from 'node:module'
import { importQuickly } from './quick-imports.ts'
import { keepHeapSmall } from './small-heap.ts'

// The register is its user's alone, whatever file SQLite makes beside it.
process.umask(0o077)
keepHeapSmall()
importQuickly()
const { serve } = await import('./serve.ts')
await serve(process.env, async (shell) => (await import('./parts.ts')).assembled(shell))
flushCompileCache()
