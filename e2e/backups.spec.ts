import { join } from 'node:path'
import { command, program } from './command.ts'
import { accessible, expect, freshlyProved, test } from './journey.ts'

test('an administrator makes a backup, tries it, and changes when the next ones are made', async ({
  dpo: page,
  server,
}) => {
  test.slow()
  await freshlyProved(page, server)
  await page.goto('/settings?tab=backups')
  const made = page.getByRole('definition').first()
  await expect(made).toHaveText('none yet')
  await expect(page.getByRole('button', { name: 'Try restore now' })).toBeDisabled()
  await accessible(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(made).toContainText(/ropewalk_backup_\d{8}T\d{6}Z\.zip/, { timeout: 60_000 })
  await page.getByRole('button', { name: 'Try restore now' }).click()
  await expect(page.getByText(/whose \d+ entries agree with its log/)).toBeVisible({
    timeout: 60_000,
  })
  await accessible(page)

  await page.getByLabel('A backup').selectOption('every week')
  await page.getByLabel('How many are kept').fill('101')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('How many are kept').fill('4')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.reload()
  await expect(page.getByLabel('A backup')).toHaveValue('168')
  await page.goto('/log')
  await expect(page.getByText('tried to restore the').first()).toBeVisible()
})

test('the command line makes a backup beside the server and does not restore over it', async ({
  server,
}) => {
  test.slow()
  const file = join(server.folder, 'by-hand.zip')
  const made = await command(server, ['backup', file, '--with-key'])
  expect(made.code, made.stderr).toBe(0)
  expect(made.stdout).toMatch(/sha-256: [0-9a-f]{64}\n/)
  expect((await command(server, ['backup', file])).stderr).toContain('is there already')
  const over = await command(server, ['restore', file, '--older'])
  expect(over.code).toBe(1)
  expect(over.stderr).toMatch(/^The register is in use: .+\n$/)
  const elsewhere = { ROPEWALK_DATA: join(server.folder, 'elsewhere') }
  const restored = await program(['apps/server/src/ropewalk.ts', 'restore', file], elsewhere)
  expect(restored.code, restored.stderr).toBe(0)
  const verified = await program(['apps/server/src/ropewalk.ts', 'verify', '--live'], elsewhere)
  expect(verified.code, verified.stdout).toBe(0)
})
