import { type Frontier, frontierOf, frontierText } from '@ropewalk/log/tree.ts'
import { factOf, keepFact } from '../facts.ts'
import type { Work } from '../verb.ts'

type Reach = Pick<Work, 'db' | 'tables'>
const key = 'log-frontier'

/** The right edge of the tree, kept so that an append does not read the log. Heads never rest on it: they read the leaves. */
export const frontierIn = async (reach: Reach): Promise<Frontier> =>
  frontierOf(await factOf(reach, key))

export const keepFrontier = (reach: Reach, frontier: Frontier): Promise<void> =>
  keepFact(reach, key, frontierText(frontier))
