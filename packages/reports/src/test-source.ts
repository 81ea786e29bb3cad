import { nounKeys } from '@ropewalk/domain/nouns.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import type { ReportSource } from './paper/source.ts'
import type { Exported } from './scene.ts'
import { exportedFrom, testLook, testRegister } from './test-register.ts'

/** The small register by hand as a report reads it. */
export const testSource = async (
  language: Language = 'en',
  some: Partial<ReportSource> = {},
): Promise<ReportSource> => ({
  records: await recordsOf(),
  look: testLook,
  organisation: testRegister.organisation[0],
  people: (id) => (id === 'U-1' ? 'Dee Editor' : undefined),
  language,
  asOf: '2026-03-31',
  generatedAt: '2026-04-01T08:09:10.123Z',
  head: 'ropeworks.example/log\n42\nabcdEFGH==\n',
  ...some,
})

async function recordsOf() {
  const records: Exported[] = []
  for await (const batch of exportedFrom(nounKeys)) records.push(...batch)
  return records
}
