import { confirmedFacts } from '@ropewalk/domain/confirmed-facts.ts'
import { publishedDifferences } from '@ropewalk/domain/derived/published-from.ts'
import { differencesBetween } from '@ropewalk/domain/differences.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Published } from '@ropewalk/domain/published.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, type trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { apiOf } from '../../noun-api.ts'
import { Button } from '../../ui/button.tsx'
import { Difference } from '../../ui/difference.tsx'
import { actText } from '../../words/acts.ts'
import { whoText } from '../../words/said.ts'
import { recordWords as words } from './words.ts'

type Line = inferOutput<typeof trpc.activities.history>['lines'][number]

/** What happened to the record, newest first, as differences that people read. */
export function SideHistory({ noun, record }: { noun: NounKey; record: AnyRecord }) {
  const say = useSay()
  const history = useInfiniteQuery(
    apiOf(noun).history.infiniteQueryOptions(
      { id: record.id },
      {
        initialCursor: null,
        getNextPageParam: (page) => (page.more ? page.lines.at(-1)?.seq : null),
      },
    ),
  )
  const pages = history.data?.pages ?? []
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>
  return (
    <section aria-labelledby="side-history">
      <h2 id="side-history">
        {say(words.history)} <span>{say(words.version, { n: record.version })}</span>
      </h2>
      <ol className="hist">
        {pages
          .flatMap((page) => page.lines)
          .map((line) => (
            <HistoryLine key={line.seq} noun={noun} line={line} names={names} record={record} />
          ))}
      </ol>
      {history.hasNextPage && (
        <Button
          small
          look="quiet"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {say(words.showAll)}
        </Button>
      )}
    </section>
  )
}

function HistoryLine({
  noun,
  line,
  names,
  record,
}: {
  noun: NounKey
  line: Line
  names: Readonly<Record<string, string>>
  record: AnyRecord
}) {
  const say = useSay()
  const language = useLanguage()
  const formats = useFormats()
  const reader = { language, names: (id: string) => names[id] }
  const action = line.verb.split('.').at(-1) ?? line.verb
  return (
    <li>
      <p className="who">
        <span>
          <bdi>{say(whoText(line))}</bdi>{' '}
          {say(verbs[line.verb] ?? verbs[action] ?? actText(line.verb))}
        </span>
        <time dateTime={line.at}>{formats.time(line.at)}</time>
      </p>
      {line.reason && <p className="muted">{line.reason}</p>}
      {differencesOf(noun, line, action, reader).map(({ label, before, after, key }) => (
        <p key={key}>
          {label}: <Difference before={before || null} after={after || null} />
        </p>
      ))}
      <Restore noun={noun} line={line} record={record} />
    </li>
  )
}

/** Makes an earlier version the next one; its differences then stand on top of the history. */
function Restore({ noun, line, record }: { noun: NounKey; line: Line; record: AnyRecord }) {
  const say = useSay()
  const mayWrite = useMayWrite()(noun)
  const restore = useMutation(
    apiOf(noun).restore.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )
  const isEarlier = line.version !== null && line.version < record.version && isRecord(line.after)
  if (!mayWrite || record.archivedAt !== null || !isEarlier) return null
  const { id, version } = record
  return (
    <>
      <Button
        small
        look="quiet"
        busy={restore.isPending}
        aria-label={say(words.restoreOf, { n: line.version ?? 0 })}
        onClick={() => restore.mutate({ id, version, seq: line.seq })}
      >
        {say(words.restore)}
      </Button>
      <FormTrouble error={restore.error} />
    </>
  )
}

const isRecord = (state: unknown) =>
  typeof state === 'object' && state !== null && 'lastRow' in state

type Shown = { key: string; label: string; before: string; after: string }
type Reader = Parameters<typeof differencesBetween>[2]

function differencesOf(noun: NounKey, line: Line, action: string, reader: Reader): Shown[] {
  const { before, after } = line
  if (action === 'publish' && after)
    return publishedDifferences(
      (before ?? undefined) as Published | undefined,
      after as Published,
      reader,
    ).map((each) => ({ ...each, key: each.field, label: each.label[reader.language] }))
  if (!isRecord(before) || !isRecord(after)) return []
  const states = { before: before as AnyRecord, after: after as AnyRecord }
  const between = action === 'confirm' ? confirmedFacts : differencesBetween
  const facts = between(noun, states, reader).map((each) => ({
    ...each,
    key: `${each.field} ${each.row} ${each.label}`,
  }))
  return facts.slice(0, 20)
}

const verbs: Readonly<Record<string, Text>> = {
  load: both('loaded it', 'l’a chargée'),
  create: both('created it', 'l’a créée'),
  copy: both('copied it', 'l’a copiée'),
  change: both('changed it', 'l’a modifiée'),
  restore: both('restored an earlier version', 'a restauré une version antérieure'),
  bulkChange: both('changed several', 'en a modifié plusieurs'),
  confirm: both('confirmed facts', 'a confirmé des faits'),
  archive: both('archived it', 'l’a archivée'),
  unarchive: both('took it out of the archive', 'l’a sortie des archives'),
  remove: both('deleted it', 'l’a supprimée'),
  publish: both('published it', 'l’a publiée'),
  withdraw: both('took it off the public list', 'l’a retirée de la liste publique'),
  answer: both('answered a question', 'a répondu à une question'),
  accept: both('accepted a finding', 'a accepté un constat'),
  reopen: both('opened a finding again', 'a rouvert un constat'),
  'approvals.request': both('asked for approval', 'a demandé l’approbation'),
  'approvals.withdraw': both('took the request back', 'a retiré la demande'),
  'approvals.approve': both('approved it', 'l’a approuvée'),
  'approvals.sign': both('signed it', 'l’a signée'),
  'approvals.sendBack': both('sent it back', 'l’a renvoyée'),
  'approvals.lapse': both('lapsed its approval', 'a rendu son approbation caduque'),
  'approvals.replace': both('replaced its approval', 'a remplacé son approbation'),
  'reviews.answer': both('found it still true', 'l’a trouvée toujours exacte'),
  'reviews.ask': both('asked for its review', 'a demandé sa révision'),
}
