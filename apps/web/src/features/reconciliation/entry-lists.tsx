import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { Entry, Listed } from '@ropewalk/domain/reconciliation/entries.ts'
import type { Named, Pair } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { whyNames } from '@ropewalk/domain/reconciliation/words.ts'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Group } from './group.tsx'
import { reconciliationWords as words } from './words.ts'

export const OnlyThere = ({ entries, ...rest }: { entries: readonly Entry[] } & TakeBack) => {
  const say = useSay()
  return (
    <Group
      title={say(words.onlyThere)}
      hint={say(words.onlyThereHint)}
      items={entries}
      count={linesOf(entries)}
    >
      {(entry) => (
        <li key={entry.key}>
          <ListedName entry={entry} />
          <TakeBackButton entry={entry} {...rest} />
        </li>
      )}
    </Group>
  )
}

export function OnlyHere({ records }: { records: readonly Named[] }) {
  const say = useSay()
  return (
    <Group
      title={say(words.onlyHere)}
      hint={say(words.onlyHereHint)}
      items={records}
      count={records.length}
    >
      {(record) => (
        <li key={record.id}>
          <RecordName {...record} />
        </li>
      )}
    </Group>
  )
}

type InBothProps = { pairs: readonly Pair[]; nameOf: (id: string) => string } & TakeBack

export function InBoth({ pairs, nameOf, ...rest }: InBothProps) {
  const say = useSay()
  return (
    <Group title={say(words.inBoth)} items={pairs} count={linesOf(pairs.map(({ entry }) => entry))}>
      {({ entry, ids, why }) => (
        <li key={entry.key}>
          <ListedName entry={entry} />
          <span className="found">
            {ids.map((id) => (
              <RecordName key={id} id={id} name={nameOf(id)} />
            ))}
          </span>
          <span className="muted why">{say(whyNames[why])}</span>
          <TakeBackButton entry={entry} {...rest} />
        </li>
      )}
    </Group>
  )
}

type TakeBack = { spokenOf: ReadonlySet<string>; takeBack: (key: string) => void }

function TakeBackButton({ entry, spokenOf, takeBack }: { entry: Entry } & TakeBack) {
  const say = useSay()
  if (!spokenOf.has(entry.key)) return null
  return (
    <Button
      small
      look="quiet"
      aria-label={say(words.takeBackOf, { name: entry.name })}
      onClick={() => takeBack(entry.key)}
    >
      {say(words.takeBack)}
    </Button>
  )
}

/** How many lines of the list some entries stand for. */
export const linesOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { lines }) => sum + lines.length, 0)

const shownLines = 6

/** The name as most lines spell it, and where they are. */
export function ListedName({ entry: { name, lines } }: { entry: Entry }) {
  const say = useSay()
  const { number } = useFormats()
  const told = useLineNumbers(lines)
  return (
    <span className="listed">
      <b>
        <bdi>{name}</bdi>
      </b>{' '}
      <span className="muted">
        {lines.length === 1
          ? say(words.onLine, { lines: told })
          : say(words.onManyLines, { n: number(lines.length), lines: told })}
      </span>
    </span>
  )
}

/** The numbers of lines, the first six of many. */
export function useLineNumbers(lines: readonly Listed[]): string {
  const say = useSay()
  const { list, number } = useFormats()
  const numbers = lines.map(({ line }) => String(line))
  const left = numbers.length - shownLines
  return left > 1
    ? say(words.andMore, { lines: numbers.slice(0, shownLines).join(', '), n: number(left) })
    : list(numbers)
}

export function RecordName({ id, name }: Named) {
  const say = useSay()
  const noun = nounOf(id) ?? 'subProcessor'
  return (
    <span className="record-name">
      <span className="id">{id}</span>{' '}
      <Link to={`/${nouns[noun].path}/$id`} params={{ id }}>
        <bdi>{name || say(words.nameless)}</bdi>
      </Link>
    </span>
  )
}
