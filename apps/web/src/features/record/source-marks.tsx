import { sourceOf } from '@ropewalk/domain/certainty.ts'
import { type AnyRecord, certainties } from '@ropewalk/domain/record.ts'
import { useSay } from '../../language.ts'

/** Where a fact comes from, beside it: the policy's lines, and how certain it is when it is not plainly stated. */
export function SourceMarks({
  record,
  field,
  row = '',
}: {
  record: AnyRecord
  field: string
  row?: string
}) {
  const say = useSay()
  const source = sourceOf(record, field, row)
  if (!source) return null
  const lines = source.lines.split(/\s+/).filter((line) => /^L\d+/.test(line))
  return (
    <>
      {lines.slice(0, 4).map((line) => (
        <span key={line}>
          {' '}
          <a className="src" href={`#${line.split('-')[0]}`}>
            {line}
          </a>
        </span>
      ))}
      {source.certainty && source.certainty !== 'stated' && (
        <span className="src"> {say(certainties[source.certainty])}</span>
      )}
    </>
  )
}

export const isInferred = (record: AnyRecord, field: string, row = ''): boolean =>
  record.sources.some(
    (source) => source.field === field && source.row === row && source.certainty === 'inferred',
  )
