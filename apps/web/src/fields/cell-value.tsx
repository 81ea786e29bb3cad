import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Cell, Person, Reference } from '@ropewalk/domain/field.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { partsOf } from '@ropewalk/domain/values.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'
import { useLanguage } from '../language.ts'
import { addressOf } from '../noun-api.ts'
import { useNames } from './names.tsx'

/** A cell's value as people read it: what is linked is a link, days as the reader writes them; nothing when empty. */
export function CellValue({ field, value }: { field: Cell; value: unknown }): ReactNode {
  const { names } = useNames()
  const language = useLanguage()
  const formats = useFormats()
  if (isEmpty(value)) return null
  if (field.kind === 'day' || field.kind === 'partialDay') return formats.day(String(value))
  if (field.kind === 'count') return formats.number(Number(value))
  if (field.kind === 'link') return <RecordLink id={String(value)} />
  if (field.kind === 'links')
    return (value as readonly string[]).map((id, index) => (
      <span key={id}>
        {index > 0 && ', '}
        <RecordLink id={id} />
      </span>
    ))
  if (field.kind === 'reference') return <ReferenceValue reference={value as Reference} />
  if (field.kind === 'url') return <WebAddress url={String(value)} />
  if (field.kind === 'person')
    return <bdi>{partsOf(field, value as Person, { language, names })}</bdi>
  return <bdi>{formats.list(partsOf(field, value, { language, names }))}</bdi>
}

export function RecordLink({ id }: { id: string }) {
  const { names } = useNames()
  const noun = nounOf(id)
  if (!noun) return <bdi>{id}</bdi>
  return (
    <Link className="lnk" to={addressOf(noun, id)} title={id}>
      <bdi>{names(id) || id}</bdi>
    </Link>
  )
}

const ReferenceValue = ({ reference }: { reference: Reference }) => {
  if ('document' in reference) return <RecordLink id={reference.document} />
  return 'url' in reference ? <WebAddress url={reference.url} /> : <bdi>{reference.text}</bdi>
}

// Only addresses that the schema let through stand here: http and https.
const WebAddress = ({ url }: { url: string }) => (
  <a
    className="lnk"
    href={/^https?:/i.test(url) ? url : undefined}
    rel="noreferrer noopener"
    target="_blank"
  >
    {url}
  </a>
)
