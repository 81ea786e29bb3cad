import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { RecordLink } from '../../fields/cell-value.tsx'
import { useNames } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { citedLines, marked, phrasesOf } from './policy-lines.ts'
import { recordWords as words } from './words.ts'

/** The policy's own lines that the record rests on, with the words that stand in the record marked. */
export function SideSource({ record }: { record: AnyRecord }) {
  const say = useSay()
  const formats = useFormats()
  const documents = [...new Set(record.sources.flatMap((source) => source.document ?? []))]
  const entered = record.sources.findLast((source) => source.document === null && source.asOf)
  return (
    <section aria-labelledby="side-source">
      <h2 id="side-source">{say(words.source)}</h2>
      {documents.length === 0 && !entered && <p>{say(words.noSource)}</p>}
      {documents.map((id) => (
        <Cited key={id} documentId={id} record={record} />
      ))}
      {entered?.asOf && (
        <p className="muted">{say(words.entered, { day: formats.shortDay(entered.asOf) })}</p>
      )}
    </section>
  )
}

function Cited({ documentId, record }: { documentId: string; record: AnyRecord }) {
  const { names } = useNames()
  const document = useQuery({
    ...trpc.documents.read.queryOptions({ id: documentId }),
    staleTime: 300_000,
  })
  const text = document.data?.record.text ?? ''
  const lines = citedLines(record, documentId, text)
  const phrases = phrasesOf(record, names)
  return (
    <>
      <p className="muted">
        <RecordLink id={documentId} /> {document.data?.record.edition}
      </p>
      <dl className="lines">
        {lines.map(({ number, words: line }) => (
          <div key={number} className="contents" id={`L${number}`}>
            <dt>L{number}</dt>
            <dd>
              {marked(line, phrases).map((part, index) =>
                part.isMarked ? (
                  <mark key={index}>{part.text}</mark>
                ) : (
                  <span key={index}>{part.text}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
