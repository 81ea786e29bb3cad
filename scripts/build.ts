import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const web = join(root, 'apps/web')
/** What the server draws first screens with. */
const drawing = join(root, 'apps/server/dist/first-screen.js')
const mark = join(web, 'dist/.built-from')

/** Builds the web app unless it was built from exactly these sources. */
export async function buildWeb(): Promise<void> {
  const sources = fingerprint()
  if ([mark, drawing].every(existsSync) && readFileSync(mark, 'utf8') === sources) return
  for (const config of ['vite.config.ts', 'first-screen.config.ts']) {
    const args = ['build', '--config', config, '--logLevel', 'warn']
    const { code } = await run('vite', args, { cwd: web })
    if (code !== 0) throw new Error('The web app could not be built.')
  }
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
