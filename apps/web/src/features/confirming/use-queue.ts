import { trpc } from '../../api.ts'
import { asRecord } from '../../noun-api.ts'
import { usePages } from '../../pages.ts'
import { factOf } from './fact.ts'

/** The inferred facts in the order of the register, by pages of 100, with the names that they link to. */
export function useQueue() {
  const { pages, ...rest } = usePages((page) => trpc.toConfirm.list.queryOptions(page))
  const facts = pages.flatMap((page) =>
    page.rows.flatMap((row) => {
      const record = page.records[row.recordId]
      return factOf(row, record && asRecord(record)) ?? []
    }),
  )
  const names: Record<string, string> = Object.assign({}, ...pages.map((page) => page.names))
  return { ...rest, facts, names }
}
export type Queue = ReturnType<typeof useQueue>
