import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

/** Builds the web app and the verifier page, each unless it was built from exactly these sources. */
export async function buildWeb(): Promise<void> {
  await build('web', ['packages/domain/src/**/*.ts'])
  await build('verify', ['packages/domain/src/words.ts', 'packages/log/src/**/*.ts'])
}

async function build(app: string, packages: readonly string[]): Promise<void> {
  const folder = join(root, 'apps', app)
  const mark = join(folder, 'dist/.built-from')
  const sources = fingerprint([
    `apps/${app}/{src,public}/**/*`,
    `apps/${app}/*.{ts,html,json}`,
    ...packages,
    'pnpm-lock.yaml',
  ])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
  const { code } = await run('vite', ['build', '--logLevel', 'warn'], { cwd: folder })
  if (code !== 0) throw new Error(`apps/${app} could not be built.`)
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
