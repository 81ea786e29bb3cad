import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import { isSignedOut, queryClient, trpc } from '../api.ts'
import { Frame } from '../frame/frame.tsx'
import { inBrowser } from '../in-browser.ts'
import { type ListSearch, parseSearch, stringifySearch } from '../search-params.ts'
import { BrokenPage, BrokenPageAlone, NoSuchPage, NoSuchPageAlone } from './broken.tsx'
import { Root } from './root.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NoSuchPageAlone,
  errorComponent: BrokenPageAlone,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  // Only an address of this house may follow a sign-in.
  validateSearch: ({ next }): { next?: string } =>
    typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {},
  component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignInPage'),
})
/** Who asks; a stranger is sent to the sign-in, and comes back. */
async function knownPerson(queryClient: QueryClient, next: string) {
  try {
    return await queryClient.ensureQueryData({
      ...trpc.people.me.queryOptions(),
      staleTime: 60_000,
    })
  } catch (error) {
    if (!isSignedOut(error)) throw error
    throw redirect({ to: '/sign-in', search: { next } })
  }
}
const secondFactor = createRoute({
  getParentRoute: () => root,
  path: 'second-factor',
  beforeLoad: async ({ context, location }) => {
    if (!(await knownPerson(context.queryClient, location.href)).mustEnrol)
      throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('./second-factor.tsx'), 'SecondFactorPage'),
})
const link = <const P extends string>(path: P) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import('./link.tsx'), 'LinkPage'),
  })

const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  errorComponent: BrokenPageAlone,
  beforeLoad: async ({ context: { queryClient }, location, matches }) => {
    fetchChunks(matches.map((match) => match.routeId))
    for (const { fullPath, search, staticData } of matches)
      if (staticData.noun && !fullPath.includes('$'))
        void askForRows(queryClient, staticData.noun, search)
    if ((await knownPerson(queryClient, location.href)).mustEnrol)
      throw redirect({ to: '/second-factor' })
  },
})
const listOf = <N extends NounKey>(noun: N) =>
  createRoute({
    getParentRoute: () => framed,
    path: nouns[noun].path as (typeof nouns)[N]['path'],
    staticData: { noun },
    validateSearch: (search): ListSearch => search as ListSearch,
    loaderDeps: ({ search }) => search,
    // A page that opens is drawn once, with its rows; a view that changes is drawn at once.
    loader: async ({ context: { queryClient }, deps, cause }) => {
      const { askAhead } = await import('./list.tsx')
      const here = askAhead(queryClient, noun, deps)
      return cause === 'enter' ? here : undefined
    },
    component: lazyRouteComponent(() => import('./list.tsx'), 'ListPage'),
  })
const recordOf = <N extends NounKey>(noun: N) =>
  createRoute({
    getParentRoute: () => framed,
    path: `${nouns[noun].path}/$id` as `${(typeof nouns)[N]['path']}/$id`,
    staticData: { noun },
    component: lazyRouteComponent(() => import('./record.tsx'), 'RecordPage'),
  })
const overview = createRoute({
  getParentRoute: () => framed,
  path: '/',
  component: lazyRouteComponent(() => import('./overview.tsx'), 'OverviewPage'),
})
const findings = createRoute({
  getParentRoute: () => framed,
  path: 'findings',
  validateSearch: (search): ListSearch => search as ListSearch,
  component: lazyRouteComponent(() => import('./findings.tsx'), 'FindingsPage'),
})
const toConfirm = createRoute({
  getParentRoute: () => framed,
  path: 'to-confirm',
  validateSearch: (search): ListSearch => search as ListSearch,
  component: lazyRouteComponent(() => import('./to-confirm.tsx'), 'ToConfirmPage'),
})
const reviews = createRoute({
  getParentRoute: () => framed,
  path: 'reviews',
  component: lazyRouteComponent(() => import('./reviews.tsx'), 'ReviewsPage'),
})
const exports = createRoute({
  getParentRoute: () => framed,
  path: 'exports',
  component: lazyRouteComponent(() => import('./exports.tsx'), 'ExportsPage'),
})
const reconciliation = createRoute({
  getParentRoute: () => framed,
  path: 'reconciliation',
  component: lazyRouteComponent(() => import('./reconciliation.tsx'), 'ReconciliationPage'),
})
const changes = createRoute({
  getParentRoute: () => framed,
  path: 'changes',
  component: lazyRouteComponent(() => import('./changes.tsx'), 'ChangesPage'),
})
const change = createRoute({
  getParentRoute: () => framed,
  path: 'changes/$id',
  component: lazyRouteComponent(() => import('./change.tsx'), 'ChangePage'),
})
const log = createRoute({
  getParentRoute: () => framed,
  path: 'log',
  component: lazyRouteComponent(() => import('./log.tsx'), 'LogPage'),
})
const settings = createRoute({
  getParentRoute: () => framed,
  path: 'settings',
  validateSearch: (search): ListSearch => search as ListSearch,
  component: lazyRouteComponent(() => import('./settings.tsx'), 'SettingsPage'),
})

const tree = root.addChildren([
  signIn,
  secondFactor,
  link('invitation/$token'),
  link('reset/$token'),
  framed.addChildren([
    overview,
    findings,
    reviews,
    toConfirm,
    exports,
    reconciliation,
    changes,
    change,
    log,
    settings,
    listOf('activity'),
    recordOf('activity'),
    listOf('subProcessor'),
    recordOf('subProcessor'),
    listOf('dataCategory'),
    recordOf('dataCategory'),
    listOf('dataSubject'),
    recordOf('dataSubject'),
    listOf('party'),
    recordOf('party'),
    listOf('measure'),
    recordOf('measure'),
    listOf('organisation'),
    recordOf('organisation'),
    listOf('product'),
    recordOf('product'),
    listOf('document'),
    recordOf('document'),
  ]),
])

/** The pages of the desk, with the answers that a client keeps; `history` where there is no browser. */
export const routerFor = (queryClient: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    ...(history ? { history } : {}),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: inBrowser,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NoSuchPage,
  })
export const router = routerFor(queryClient)

/** The page's own script comes while the server still says who asks. */
function fetchChunks(ids: readonly string[]): void {
  for (const [id, route] of Object.entries(router.routesById))
    if (ids.includes(id)) void router.loadRouteChunk(route)
}

/** The rows of a list come while the server still says who asks. */
const askForRows = async (queryClient: QueryClient, noun: NounKey, search: ListSearch) =>
  (await import('./list.tsx')).askAhead(queryClient, noun, search)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    noun?: NounKey
  }
}
