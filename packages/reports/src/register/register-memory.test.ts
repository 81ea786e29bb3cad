import { idOf } from '@ropewalk/domain/nouns.ts'
import { expect, test } from 'vitest'
import { registerJsonLdOf } from '../json-ld/register-json-ld.ts'
import type { Exported } from '../scene.ts'
import { held } from '../test-memory.ts'
import { registerJsonOf } from './register-json.ts'
import { numberedLook, numberedRegister, testFacts } from './test-file.ts'

type Writer = (batches: AsyncIterable<Exported[]>) => AsyncIterable<Uint8Array>
const writers: [string, Writer][] = [
  ['JSON', (batches) => registerJsonOf(testFacts, batches)],
  [
    'JSON-LD',
    (batches) =>
      registerJsonLdOf(testFacts, batches, { look: numberedLook, names: () => undefined }),
  ],
]

test.each(writers)(
  '%s: memory does not grow with the register',
  async (_, write) => {
    const [full] = numberedRegister.activity
    if (!full) throw new Error('There is no activity')
    const count = 10_000
    const before = await held()
    let most = 0
    async function* activities(): AsyncGenerator<Exported[]> {
      for (let start = 0; start < count; start += 100) {
        yield Array.from({ length: 100 }, (_, index) => ({
          record: { ...full, id: idOf('activity', start + index) } as Exported['record'],
          findings: [],
        }))
        if (start % (count / 10) === 0) most = Math.max(most, (await held()) - before)
      }
    }
    let written = 0
    for await (const chunk of write(activities())) written += chunk.length
    expect(written).toBeGreaterThan(count * 1000)
    expect(most).toBeLessThan(8 * 1024 * 1024)
  },
  120_000,
)
