import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const web = join(root, 'apps/web')
const mark = join(web, 'dist/.built-from')

/** Builds the web app unless it was built from exactly these sources. */
export async function buildWeb(): Promise<void> {
  const sources = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
  const { code } = await run('vite', ['build', '--logLevel', 'warn'], { cwd: web })
  if (code !== 0) throw new Error('The web app could not be built.')
  mkdirSync(join(web, 'dist'), { recursive: true })
  writeFileSync(mark, sources)
}

function fingerprint(): string {
  const patterns = [
    'apps/web/{src,public}/**/*',
    'apps/web/*.{ts,html,json}',
    'packages/domain/src/**/*.ts',
    'pnpm-lock.yaml',
  ]
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort())
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}
