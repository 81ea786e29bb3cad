import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const projects = [
  'packages/domain',
  'packages/log',
  'packages/db',
  'packages/services',
  'packages/reports',
  'packages/site',
  'apps/server',
  'apps/web',
  'apps/verify',
  'e2e',
  'scripts',
  'bench',
  'torture',
]

/** Format, lint, types and dead code; the names of what failed. */
export async function check(): Promise<string[]> {
  const failed: string[] = []
  const step = async (name: string, command: string, args: string[]) => {
    const { code, seconds } = await run(command, args)
    process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s\n`)
    if (code !== 0) failed.push(name)
  }
  await step('format and lint', 'biome', ['check', '--error-on-warnings', '.'])
  for (const project of projects.filter((each) => existsSync(join(root, each, 'tsconfig.json'))))
    await step(`types of ${project}`, 'tsc', ['-p', project])
  await step('dead code', 'knip', ['--no-progress'])
  return failed
}

if (import.meta.main) {
  const failed = await check()
  process.exitCode = failed.length === 0 ? 0 : 1
}
