import type { NounKey } from '@ropewalk/domain/field.ts'
import { type Permission, readOnly, writePermissions } from '@ropewalk/domain/permissions.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { trpc } from './api.ts'
import { asOf } from './as-of.ts'

/** The person signed in. Inside the frame only, where it is always known. */
export const useMe = () =>
  useSuspenseQuery({ ...trpc.people.me.queryOptions(), staleTime: 60_000 }).data

/** Whether the person may; what it may not is not shown. */
export const useMay = (permission: Permission): boolean =>
  (asOf === undefined || readOnly.has(permission)) && useMe().permissions.includes(permission)

/** Whose records the person may write, noun by noun. */
export function useMayWrite(): (noun: NounKey) => boolean {
  const { permissions } = useMe()
  return (noun) => asOf === undefined && permissions.includes(writePermissions[noun])
}
