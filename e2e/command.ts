import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, root, type Served } from './server.ts'

export type Said = { code: number; stdout: string; stderr: string }

/** The command line beside a running server, on its data and settings. */
export const command = (server: Served, args: readonly string[], input = ''): Promise<Said> =>
  program(
    ['apps/server/src/ropewalk.ts', ...args],
    { ROPEWALK_DATA: server.folder, ...server.settings },
    `${input}\n`,
  )

/** A program of the project run to its end. */
export function program(
  args: readonly string[],
  settings: Record<string, string>,
  input = '',
): Promise<Said> {
  const child = spawn(
    'node',
    args.map((arg, index) => (index === 0 ? join(root, arg) : arg)),
    {
      cwd: root,
      env: { ...environment, ...settings },
    },
  )
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString()
  })
  child.stdin.end(input)
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code: code ?? 1, ...said })),
  )
}
