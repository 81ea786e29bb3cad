import type { QueryKey } from '@tanstack/react-query'
import { queryClient, trpc } from './api.ts'
import { asOf } from './as-of.ts'
import { preferLanguage } from './language.ts'

/** Whether the server drew this page's first screen; its answers are then kept as if they had been asked for. */
export function takeFirstAnswers(): boolean {
  const text = document.getElementById('first-answers')?.textContent
  // They are of now: a tab that reads an earlier day asks for its own.
  if (!text || asOf !== undefined) return false
  for (const [key, data] of JSON.parse(text) as [QueryKey, unknown][])
    queryClient.setQueryData(key, data)
  const me = queryClient.getQueryData(trpc.people.me.queryKey())
  if (me) preferLanguage(me.language)
  return true
}
