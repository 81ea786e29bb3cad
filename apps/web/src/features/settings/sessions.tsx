import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { type Say, useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { browserIn } from './browser.ts'
import { settingsWords, accountWords as words } from './words.ts'

/** Where one is signed in, and the way to end it from here. */
export function Sessions() {
  const say = useSay()
  const { time } = useFormats()
  const sessions = useQuery(trpc.sessions.list.queryOptions({}))
  const end = useMutation(
    trpc.sessions.revoke.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )
  return (
    <>
      <FormTrouble error={sessions.error ?? end.error} />
      <PlainTable
        label={say(words.sessions)}
        heads={[say(words.browser), say(words.address), say(words.since), say(words.lastSeen)]}
        acts={say(settingsWords.acts)}
        rows={(sessions.data ?? []).map((session) => {
          const browser = nameOf(session.browser, say)
          const address = session.networkAddress || say(words.unknown)
          return {
            key: session.id,
            cells: [
              <span key="browser" title={session.browser}>
                {browser}
              </span>,
              <bdi key="address">{address}</bdi>,
              time(session.createdAt),
              time(session.lastSeenAt),
              session.isThis ? (
                <Mark key="this" of="active">
                  {say(words.thisOne)}
                </Mark>
              ) : (
                <Button
                  key="end"
                  small
                  aria-label={say(words.endOf, { browser, address })}
                  busy={end.isPending}
                  onClick={() => end.mutate({ id: session.id })}
                >
                  {say(words.end)}
                </Button>
              ),
            ],
          }
        })}
      />
    </>
  )
}

function nameOf(agent: string, say: Say) {
  const { browser, system } = browserIn(agent)
  if (browser && system) return say(words.on, { browser, system })
  return browser ?? system ?? say(words.unknown)
}
