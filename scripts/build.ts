import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

/** What the server draws first screens with. */
const drawing = join(root, 'apps/server/dist/first-screen.js')

/** Builds the web app and the verifier page, each unless it was built from exactly these sources. */
export async function buildWeb(): Promise<void> {
  await build('web', {
    packages: ['packages/domain/src/**/*.ts'],
    configs: ['vite.config.ts', 'first-screen.config.ts'],
    made: [drawing],
  })
  await build('verify', { packages: ['packages/domain/src/words.ts', 'packages/log/src/**/*.ts'] })
}

type Building = {
  packages: readonly string[]
  configs?: readonly string[]
  made?: readonly string[]
}

async function build(
  app: string,
  { packages, configs = ['vite.config.ts'], made = [] }: Building,
): Promise<void> {
  const folder = join(root, 'apps', app)
  const mark = join(folder, 'dist/.built-from')
  const sources = fingerprint([
    `apps/${app}/{src,public}/**/*`,
    `apps/${app}/*.{ts,html,json}`,
    ...packages,
    'pnpm-lock.yaml',
  ])
  if ([mark, ...made].every(existsSync) && readFileSync(mark, 'utf8') === sources) return
  for (const config of configs) {
    const args = ['build', '--config', config, '--logLevel', 'warn']
    const { code } = await run('vite', args, { cwd: folder })
    if (code !== 0) throw new Error(`apps/${app} could not be built.`)
  }
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(mark, sources)
}

function fingerprint(patterns: string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort())
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}
