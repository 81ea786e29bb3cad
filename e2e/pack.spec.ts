import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { command } from './command.ts'
import { accessible, expect, test } from './journey.ts'
import { attacks, filesIn, fingerprintIn, tampered } from './tampered.ts'

test('an evidence pack is made by a button and checked by its own page, without the server', async ({
  dpo: page,
  server,
}, info) => {
  test.setTimeout(600_000)
  await page.goto('/exports')
  const year = new Date().getUTCFullYear()
  await page.getByLabel('First day').fill(`${year}-01-01`)
  await page.getByLabel('Last day').fill(`${year}-12-31`)
  await page.getByRole('button', { name: 'Make the pack' }).click()
  await expect(page.getByRole('progressbar', { name: /File \d+ of/ })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The pack was cancelled')).toBeVisible()

  await page.getByRole('button', { name: 'Make the pack' }).click()
  const link = page.getByRole('link', { name: 'Download the pack' })
  await expect(link).toBeVisible({ timeout: 180_000 })
  await accessible(page)
  const download = page.waitForEvent('download')
  await link.click()
  const file = info.outputPath('pack.zip')
  await (await download).saveAs(file)
  const pack = await readFile(file)
  const verifier = info.outputPath('verify.html')
  await writeFile(verifier, filesIn(pack)['verify.html'] ?? '')

  await page.goto('/log')
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await expect(page.getByText(/Exported by .*: pack, zip/)).toBeVisible()

  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(verifier).href)
  await page.getByLabel('Evidence pack (ZIP)').setInputFiles(file)
  await expect(page.getByText('Nothing is wrong with this pack.')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('Signed by a key you have not compared.')).toBeVisible()
  await expect(page.locator('[data-check=earlier]')).toContainText('not checkable')
  await accessible(page)
  await page.getByLabel('Fingerprint or public key').fill(fingerprintIn(pack))
  await page.getByLabel('Earlier pack or head').setInputFiles(file)
  await expect(page.getByText('Signed by the key you compared.')).toBeVisible()
  await expect(page.locator('[data-check=earlier]')).toContainText('agrees')
  await page.getByLabel('Language').selectOption('fr')
  await expect(page.getByText('Rien n’est anormal dans ce dossier.')).toBeVisible()
  await page.getByLabel('Langue').selectOption('en')

  for (const [name, { change, named }] of Object.entries(attacks)) {
    const forged = info.outputPath(`${name}.zip`)
    await writeFile(forged, tampered(pack, change))
    await page.getByLabel('Evidence pack (ZIP)').setInputFiles(forged)
    await expect(page.locator('.faults').getByText(named).first(), name).toBeVisible()
    if (name === 'one byte of a CSV') {
      const said = await command(server, ['verify', forged])
      expect(said.code).toBe(1)
      expect(said.stdout).toMatch(named)
    }
  }
  expect(requests.filter((url) => !/^(file|blob):/.test(url))).toEqual([])

  const live = await command(server, ['verify', '--live', '--against', file])
  expect(live.code, live.stdout + live.stderr).toBe(0)
})
