import { trpc } from '../../api.ts'
import { usePages } from '../../pages.ts'
import type { ListedFinding } from './finding-line.tsx'
import { queryOf, useFindingsSearch } from './findings-search.ts'

/** The findings that the address asks for, or those of one rule among them, page by page. */
export function useFindings(rule?: string) {
  const { asked } = useFindingsSearch()
  const query = queryOf(rule === undefined ? asked : { ...asked, rule: [rule] })
  const { pages, ...rest } = usePages((page) =>
    trpc.findings.list.queryOptions({ ...query, ...page }),
  )
  return { ...rest, findings: pages.flatMap((page): ListedFinding[] => page.rows) }
}
