import './confirming.css'
import { chapters } from '@ropewalk/domain/chapters.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CellValue } from '../../fields/cell-value.tsx'
import { useNames } from '../../fields/names.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { type Fact, factText } from './fact.ts'
import { confirmWords as words } from './words.ts'

/** One fact in plain words, as large as it matters, with what may be done about it. */
export function FactCard({
  fact,
  place,
  children,
}: {
  fact: Fact
  /** `3 of 36`. */
  place: string
  children?: ReactNode
}) {
  const say = useSay()
  const reader = { language: useLanguage(), ...useNames() }
  const { noun, record, chapter, cells, source } = fact
  const whole = source.field === ''
  return (
    <div className="confirm">
      <p className="muted">
        {place} ·{' '}
        <Link className="lnk" to={addressOf(noun, record.id)} hash={chapter}>
          {record.id}, {say(chapters[chapter])}
        </Link>
      </p>
      <p className="of">
        <bdi>{String(record.name) || record.id}</bdi>
      </p>
      <h2 className="q" dir="auto">
        {whole ? say(words.wholeRecord) : factText(fact, reader)}
      </h2>
      {whole && <p className="why">{say(words.wholeRecordWhy)}</p>}
      {cells.length > (whole ? 0 : 1) && (
        <dl className="kv">
          {cells.slice(whole ? 0 : 1).map(({ key, field, value }) => (
            <div key={key} className="contents">
              <dt>{say(field.label)}</dt>
              <dd>
                <CellValue field={field} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </div>
  )
}
