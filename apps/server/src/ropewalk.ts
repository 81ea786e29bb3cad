import { importQuickly } from './quick-imports.ts'

// The register is its user's alone, whatever file SQLite makes beside it.
process.umask(0o077)
importQuickly()
const { runCommand } = await import('./command-line.ts')
process.exitCode = await runCommand(process.argv.slice(2))
