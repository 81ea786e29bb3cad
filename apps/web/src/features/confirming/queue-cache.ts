import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Changes } from '@ropewalk/domain/operations.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { UseMutationOptions } from '@tanstack/react-query'
import { queryClient, trpc } from '../../api.ts'
import { apiOf, asRecord } from '../../noun-api.ts'
import type { Trouble } from '../../trouble.ts'
import { type QueuePage, settled } from './settled.ts'

type Target = { field: string; row: string }
type At = { id: string; version: number }

/** Confirms facts of one record and takes them off the queue. */
export async function confirmFacts(noun: NounKey, at: At, targets: readonly Target[]) {
  const input = { ...at, targets: targets.map(({ field, row }) => ({ field, row })) }
  settle(asRecord(await done(apiOf(noun).confirm.mutationOptions(), input)))
}

/** Changes the record so that the fact is gone, and takes it off the queue. */
export async function removeFact(noun: NounKey, at: At, changes: Changes) {
  settle(asRecord(await done(apiOf(noun).change.mutationOptions(), { ...at, changes })))
}

/** The record as it stands now, wherever the queue holds it: what it no longer infers leaves. */
export function settle(record: AnyRecord): void {
  queryClient.setQueriesData<QueuePage>(
    trpc.toConfirm.list.queryFilter(),
    (page) => page && settled(page, record),
  )
}

const done = <Answer, E, Input>(options: UseMutationOptions<Answer, E, Input>, input: Input) =>
  queryClient.getMutationCache().build(queryClient, options).execute(input)

/** The record that someone else saved meanwhile, when that is why a change was refused. */
export function staleRecord({ code, details }: Trouble): AnyRecord | undefined {
  if (code !== 'CONFLICT' || typeof details !== 'object' || details === null) return undefined
  return 'theirs' in details && details.theirs ? asRecord(details.theirs) : undefined
}
