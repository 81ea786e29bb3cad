import { resolve } from 'node:path'
import type { Answer, CommandContext } from '../people-cli.ts'
import { loggedPack } from './logged-pack.ts'
import { makePack } from './make-pack.ts'
import { verifyPage } from './verify-page.ts'

type Given = { from: string; to: string; out: string }

/** The evidence pack of a period as a ZIP that appears whole or not at all; how far it is goes to standard error. */
export async function packCommand(
  { heads, keeper, url, ...context }: CommandContext,
  { from, to, out }: Given,
): Promise<Answer> {
  const page = await verifyPage()
  const file = resolve(out)
  const { database } = context
  const made = await loggedPack(context, { heads, source: url, days: { from, to } }, (order) =>
    makePack(
      {
        database,
        key: keeper.key,
        verifyPage: page,
        file,
        progress: ({ done, of, file: part }) =>
          process.stderr.write(`${String(done).padStart(3)} of ${of}  ${part}\n`),
      },
      order,
    ),
  )
  const { order, ...facts } = made
  return {
    text: out,
    json: { file: out, ...facts, exportId: order.exportId, period: order.period },
  }
}
