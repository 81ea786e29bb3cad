import { partsOf } from '@ropewalk/domain/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { trpc } from '../../api.ts'
import { RecordLink } from '../../fields/cell-value.tsx'
import { useNames } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { SkeletonPage } from '../../ui/states.tsx'
import { marked, numbersIn } from '../record/policy-lines.ts'
import type { Fact } from './fact.ts'
import { confirmWords as words } from './words.ts'

/** The document that a fact was inferred from, opened at its lines, with the words of the fact marked. */
export function WhereFrom({ fact }: { fact: Fact }) {
  const say = useSay()
  const { document, lines, asOf } = fact.source
  const { shortDay } = useFormats()
  return (
    <section className="where-from" aria-labelledby="where-from">
      <h2 id="where-from">{say(words.source)}</h2>
      {document === null ? (
        <p>{say(words.noSource)}</p>
      ) : (
        <>
          <p className="muted">
            <RecordLink id={document} /> {lines}
            {asOf && `, ${say(words.asOf, { day: shortDay(asOf) })}`}
          </p>
          <Text document={document} fact={fact} />
        </>
      )}
    </section>
  )
}

function Text({ document, fact }: { document: string; fact: Fact }) {
  const say = useSay()
  const language = useLanguage()
  const { names } = useNames()
  const box = useRef<HTMLDivElement>(null)
  const read = useQuery({
    ...trpc.documents.read.queryOptions({ id: document }),
    staleTime: 300_000,
  })
  const text = read.data?.record.text
  const { lines, rowId } = fact.source
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-cited]')
    if (box.current && first) box.current.scrollTop = first.offsetTop - box.current.clientHeight / 4
  }, [text, rowId])
  if (read.isPending) return <SkeletonPage />
  if (!text) return <p>{say(words.noText)}</p>
  const cited = new Set(numbersIn(lines))
  const phrases = fact.cells.flatMap(({ field, value }) =>
    partsOf(field, value, { language, names }),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls takes the focus, so that the keyboard reaches its end
    <div
      ref={box}
      className="document-text"
      role="region"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the same
      tabIndex={0}
      aria-label={say(words.textOf, { document: read.data?.record.name ?? document })}
      lang="en"
    >
      {text.split('\n').map((line, index) => {
        const number = index + 1
        if (!line.trim()) return null
        return (
          <p key={number} data-cited={cited.has(number) || undefined}>
            <span className="n">L{number}</span>
            {cited.has(number) ? <Cited line={line} phrases={phrases} /> : <span>{line}</span>}
          </p>
        )
      })}
    </div>
  )
}

/** The whole line is marked where no words of the fact stand in it. */
function Cited({ line, phrases }: { line: string; phrases: readonly string[] }) {
  const parts = marked(line, phrases)
  if (!parts.some((part) => part.isMarked))
    return (
      <span>
        <mark>{line}</mark>
      </span>
    )
  return (
    <span>
      {parts.map((part, index) =>
        part.isMarked ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </span>
  )
}
