import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './run.ts'

const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
}
const children = [
  spawn(
    'node',
    ['--watch-path=apps/server/src', '--watch-path=packages', 'apps/server/src/main.ts'],
    { cwd: root, env, stdio: 'inherit' },
  ),
  spawn('vite', [], { cwd: join(root, 'apps/web'), env, stdio: 'inherit' }),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
