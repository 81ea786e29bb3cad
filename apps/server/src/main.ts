import { flushCompileCache } from 'node:module'
import { importQuickly } from './quick-imports.ts'
import { keepHeapSmall } from './small-heap.ts'

keepHeapSmall()
importQuickly()
const { serve } = await import('./serve.ts')
await serve(process.env, async (shell) => (await import('./parts.ts')).assembled(shell))
flushCompileCache()
