import { importQuickly } from './quick-imports.ts'

importQuickly()
const { runCommand } = await import('./command-line.ts')
process.exitCode = await runCommand(process.argv.slice(2))
