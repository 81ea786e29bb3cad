import type { AppRouter } from '@ropewalk/server/router'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { asOf } from './as-of.ts'
import { reach } from './connection.ts'
import { stepUpLink } from './step-up-link.ts'

type Router = AppRouter

const onError = (error: unknown) => {
  if (isSignedOut(error)) for (const listener of signedOutListeners) listener()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !isAnswered(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const client = createTRPCClient<Router>({
  links: [
    stepUpLink,
    httpBatchLink({
      url: '/api/trpc',
      maxItems: 20,
      maxURLLength: 4_000,
      fetch: reach as never,
      headers: asOf === undefined ? {} : { 'ropewalk-as-of': asOf },
    }),
  ],
})

/** The verbs of the server as query and mutation options: `useQuery(trpc.people.me.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<Router>({ client, queryClient })

export const isSignedOut = (error: unknown): boolean =>
  error instanceof TRPCClientError && error.data?.code === 'UNAUTHORIZED'

/** Told when a session ended while a page was open. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}
const signedOutListeners = new Set<() => void>()

/** A server that gave its reason gives it again: only silence is worth another try. */
const isAnswered = (error: unknown) => error instanceof TRPCClientError && Boolean(error.data)
