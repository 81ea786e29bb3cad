import { readFile } from 'node:fs/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'

const notBuilt = both(
  'The page verify.html has not been built: run `pnpm start` once, which builds it.',
  'La page verify.html n’a pas été construite : lancez une fois `pnpm start`, qui la construit.',
)
const built = new URL('../../../verify/dist/verify.html', import.meta.url)

/** The verifier page that goes into each pack. Refuses while it was never built. */
export const verifyPage = (file: URL = built): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Refusal('UNAVAILABLE', notBuilt)
  })
