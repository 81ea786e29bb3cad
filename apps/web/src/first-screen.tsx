import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { say } from '@ropewalk/domain/words.ts'
import type { FirstScreen } from '@ropewalk/server/first-screen'
import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { trpc } from './api.ts'
import { firstPageOf } from './features/list/use-list.ts'
import { viewIn } from './features/list/view.ts'
import { counts, ownOrganisation } from './frame/rail.tsx'
import { speak } from './language.ts'
import { routerFor } from './routes/router.tsx'
import { parseSearch } from './search-params.ts'

/** Draws a list as the browser will, from the answers that it would ask for. */
export const firstScreen: FirstScreen = async ({ path, search, ask }) => {
  const noun = nounAt(path)
  if (!noun) return undefined
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const answers: [QueryKey, unknown][] = []
  const take = async <Data,>({ queryKey }: { queryKey: QueryKey }): Promise<Data> => {
    const [[router = '', verb = ''], { input } = {}] = queryKey as VerbKey
    const data = await ask({ router, verb, input })
    client.setQueryData(queryKey, data)
    answers.push([queryKey, data])
    return data as Data
  }
  const { language, mustEnrol } = await take<Me>(trpc.people.me.queryOptions())
  if (mustEnrol) return undefined
  const view = viewIn(noun, parseSearch(search))
  await Promise.all([take(firstPageOf(noun, view)), take(counts()), take(ownOrganisation())])

  const history = createMemoryHistory({ initialEntries: [path + search] })
  const router = routerFor(client, history)
  await router.load()
  // From here to the end nobody else is drawn for: the language is the module's.
  speak(language)
  const html = renderToString(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
  return { noun, language, title: say(nouns[noun].many, language), html: resting(html), answers }
}

type VerbKey = readonly [readonly string[], { input?: unknown }?]
type Me = { language: 'en' | 'fr'; mustEnrol: boolean }

const nounAt = (path: string): NounKey | undefined =>
  (Object.keys(nouns) as NounKey[]).find((noun) => path === `/${nouns[noun].path}`)

/**
 * Links work at once; what needs script cannot be reached before it is here, so that nothing typed is lost. Styles of
 * single elements are left out: the Content-Security-Policy takes none from HTML. React escapes quotes in texts.
 */
const resting = (html: string): string =>
  html
    .replaceAll(/<(?=(?:input|button|select|textarea)\b)(\w+)/g, '<$1 inert=""')
    .replaceAll(/ style="[^"]*"/g, '')
