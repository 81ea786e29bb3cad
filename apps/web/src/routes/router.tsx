import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { isSignedOut, queryClient, trpc } from '../api.ts'
import { Frame } from '../frame/frame.tsx'
import { type ListSearch, parseSearch, stringifySearch } from '../search-params.ts'
import { BrokenPage, BrokenPageAlone, NoSuchPage, NoSuchPageAlone } from './broken.tsx'
import { Root } from './root.tsx'

const root = createRootRoute({
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
async function knownPerson(next: string) {
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
  beforeLoad: async ({ location }) => {
    if (!(await knownPerson(location.href)).mustEnrol) throw redirect({ to: '/' })
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
  beforeLoad: async ({ location, matches }) => {
    fetchChunks(matches.map((match) => match.routeId))
    for (const { fullPath, search, staticData } of matches)
      if (staticData.noun && !fullPath.includes('$')) void askForRows(staticData.noun, search)
    if ((await knownPerson(location.href)).mustEnrol) throw redirect({ to: '/second-factor' })
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
    loader: async ({ deps, cause }) =>
      (await import('./list.tsx')).askAhead(noun, deps, cause === 'enter' ? undefined : 0),
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

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NoSuchPage,
})

/** The page's own script comes while the server still says who asks. */
function fetchChunks(ids: readonly string[]): void {
  for (const [id, route] of Object.entries(router.routesById))
    if (ids.includes(id)) void router.loadRouteChunk(route)
}

/** The rows of a list come while the server still says who asks. */
const askForRows = async (noun: NounKey, search: ListSearch) =>
  (await import('./list.tsx')).askAhead(noun, search)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    noun?: NounKey
  }
}
