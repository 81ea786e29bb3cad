import { useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { actText } from '../../words/acts.ts'
import { aboutText, whoText } from '../../words/said.ts'
import { refusedText } from './refused.ts'
import { logWords as words } from './words.ts'

/** The entries themselves, the newest first. */
export function Entries() {
  const say = useSay()
  const { time, number } = useFormats()
  const log = useInfiniteQuery(
    trpc.log.list.infiniteQueryOptions(
      {},
      {
        initialCursor: null,
        getNextPageParam: (page) => (page.more ? page.lines.at(-1)?.seq : null),
      },
    ),
  )
  const lines = log.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <section className="exports" aria-labelledby="entries">
      <h2 id="entries">{say(words.entries)}</h2>
      <FormTrouble error={log.error} />
      <PlainTable
        label={say(words.entries)}
        heads={[words.seq, words.at, words.who, words.verb, words.about, words.reason].map((each) =>
          say(each),
        )}
        rows={lines.map(({ seq, at, verb, about, name, version, reason, refused, ...line }) => ({
          key: String(seq),
          cells: [
            <a key="seq" href={`/log/entries/${seq}/proof`} title={say(words.proof)}>
              {number(seq)}
            </a>,
            <time key="at" dateTime={at} className="whitespace-nowrap">
              {time(at)}
            </time>,
            <bdi key="who" className="inline-block min-w-28">
              {say(whoText(line))}
            </bdi>,
            <span key="verb" className="inline-block min-w-40">
              {say(actText(verb))}
            </span>,
            <bdi key="about" className="inline-block min-w-40">
              {say(aboutText(about))} {name} {version === null ? '' : `v${version}`}
            </bdi>,
            reason ? (
              <bdi key="reason">{reason}</bdi>
            ) : (
              refused && <span key="refused">{say(refusedText(refused, time))}</span>
            ),
          ],
        }))}
      />
      {log.hasNextPage && (
        <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say(words.older)}
        </Button>
      )}
    </section>
  )
}
