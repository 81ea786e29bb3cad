import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, program } from './command.ts'
import { expect, password, test } from './journey.ts'

const server = 'apps/server/src/main.ts'

test('the command line works beside a running server', async ({ server: running }) => {
  const added = await command(
    running,
    ['user', 'add', 'cli@example.test', '--name', 'Sam Shell', '--role', 'dpo', 'auditor'],
    password,
  )
  expect(added).toMatchObject({ code: 0, stderr: '' })
  const again = await command(
    running,
    ['user', 'add', 'cli@example.test', '--name', 'Again', '--role', 'dpo'],
    password,
  )
  expect(again.code).toBe(1)
  expect(again.stderr.trim().split('\n')).toHaveLength(1)
  const listed = await command(running, ['user', 'list', '--json'])
  expect(JSON.parse(listed.stdout)).toContainEqual(
    expect.objectContaining({ email: 'cli@example.test', roles: ['dpo', 'auditor'] }),
  )

  const token = await command(running, ['token', 'add', 'cli@example.test', '--name', 'pipeline'])
  expect(token.stdout).toMatch(/^rw_[\w-]{43}\n$/)
  const exported = await fetch(`${running.url}/exports/activities-controller.csv`, {
    headers: { authorization: `Bearer ${token.stdout.trim()}` },
  })
  const plain = await exported.text()
  expect(plain.startsWith('row_no,activity_id,name,role,')).toBe(true)
  expect(plain.trim().split('\r\n')).toHaveLength(20)
  const onShell = await command(running, ['export', 'activities-controller'])
  expect(onShell.stdout).toBe(plain)
  const write = await fetch(`${running.url}/api/trpc/activities.create`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.stdout.trim()}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(write.status).toBe(403)

  const wrong = await command(running, ['user', 'fly'])
  expect(wrong.code).toBe(2)
  expect(await command(running, ['export', 'nonsense'])).toMatchObject({
    code: 1,
    stderr: 'There is no dataset nonsense.\n',
  })
})

test('a server that cannot start says why in one sentence', async ({ server: running }) => {
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-start-'))
  const port = new URL(running.url).port
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: port }, /PORT \d+ .* in use/],
    [{ PORT: 'eighty' }, /^PORT must be/],
    [{ ROPEWALK_DATA: '/proc/nowhere' }, /^ROPEWALK_DATA/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin/],
    [
      { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' },
      /^DATABASE_URL: PostgreSQL cannot be used/,
    ],
    [{ HOST: '0.0.0.0' }, /^ROPEWALK_URL must be/],
  ]
  for (const [settings, sentence] of cases) {
    const said = await program([server], { PORT: '0', ROPEWALK_DATA: folder, ...settings })
    expect(said.code).toBe(1)
    expect(said.stderr).toMatch(sentence)
    expect(said.stderr.trim().split('\n')).toHaveLength(1)
  }
  rmSync(folder, { recursive: true, force: true })
})

test('secrets are not written to the log', async ({ server: running, dpo: page }) => {
  await page.goto('/')
  const log = running.log()
  expect(log).not.toContain(password)
  const secret = readFileSync(join(running.folder, 'secret'), 'utf8').trim()
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(log).not.toContain(secret)
})
