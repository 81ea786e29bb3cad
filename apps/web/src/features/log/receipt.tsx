import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Field } from '../../ui/field.tsx'
import { FileInput } from '../../ui/inputs.tsx'
import { logWords as words } from './words.ts'

/** Whether a file that somebody holds is one that left this register, byte for byte. */
export function Receipt() {
  const say = useSay()
  const { time } = useFormats()
  const [sha256, setHash] = useState<string | null>(null)
  const { data, error } = useQuery({
    ...trpc.log.findExport.queryOptions({ sha256: sha256 ?? '' }),
    enabled: sha256 !== null,
  })
  return (
    <section className="exports" aria-labelledby="receipt">
      <h2 id="receipt">{say(words.receipt)}</h2>
      <Field className="mt-3" label={say(words.file)} hint={say(words.receiptHint)}>
        <FileInput onChange={(file) => void hashOf(file).then(setHash)} />
      </Field>
      <FormTrouble error={error} />
      <div role="status">
        {sha256 && <p className="muted break-all">SHA-256 {sha256}</p>}
        {data?.length === 0 && <p>{say(words.unknown)}</p>}
        {data?.map(({ seq, at, actor, dataset, format, rows }) => (
          <p key={seq}>
            {say(words.known, {
              seq,
              actor,
              at: time(at),
              dataset,
              format,
              rows: rows === null ? say(words.whole) : say(words.rows, { n: rows }),
            })}
          </p>
        ))}
      </div>
    </section>
  )
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
