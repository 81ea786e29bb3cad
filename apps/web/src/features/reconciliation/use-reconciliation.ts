import type { Listed } from '@ropewalk/domain/reconciliation/entries.ts'
import {
  type Decision,
  decided,
  type Reconciled,
} from '@ropewalk/domain/reconciliation/reconciled.ts'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLanguage } from '../../language.ts'
import { post, postForFile } from '../../post.ts'
import { columnOf, type ListFile, previewOf } from './list-file.ts'

/** Where the names stand, and what they are compared with. */
export type Choice = { sheet: number; column: number; header: boolean; parties: boolean }

/** One list from its file to its result; what a person says of candidates stays in the page. */
export function useReconciliation() {
  const language = useLanguage()
  const [decisions, setDecisions] = useState<readonly Decision[]>([])
  const reading = useMutation({
    mutationFn: async (list: ListFile) => ({ list, sheets: await previewOf(list) }),
  })
  const comparing = useMutation({
    mutationFn: async ({ list, choice }: { list: ListFile; choice: Choice }) => {
      const column = await columnOf(list, choice)
      const lines: readonly Listed[] = choice.header ? column.slice(1) : column
      const asked = { lines, parties: choice.parties }
      return { asked, result: await compared(asked) }
    },
    onSuccess: () => setDecisions([]),
  })
  const { data } = comparing
  const exporting = useMutation({
    mutationFn: async () => {
      if (!data) return
      const path = `/api/reconciliation.csv?lang=${language}`
      save(await postForFile(path, { ...data.asked, decisions }))
    },
  })
  const result = useMemo(() => data && decided(data.result, decisions), [data, decisions])
  return {
    reading,
    comparing,
    exporting,
    result,
    say: (said: Decision) => setDecisions([...decisions, said]),
    takeBack: (key: string) => setDecisions(decisions.filter((said) => said.key !== key)),
    /** The entries that a person spoke of. */
    spokenOf: new Set(decisions.map(({ key }) => key)),
    restart() {
      reading.reset()
      comparing.reset()
      setDecisions([])
    },
  }
}

async function compared(asked: { lines: readonly Listed[]; parties: boolean }) {
  const answer = await post('/api/reconciliation', asked)
  if (isReconciled(answer)) return answer
  throw new Error('/api/reconciliation answered something else')
}

const isReconciled = (value: unknown): value is Reconciled =>
  typeof value === 'object' && value !== null && 'inBoth' in value && 'onlyHere' in value

function save({ name, file }: { name: string; file: Blob }) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
