import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { Provisions } from './provisions.tsx'
import { recordWords as words } from './words.ts'

/** The open questions of a record, and those that were answered, with who and when. */
export function Questions({ record }: { record: AnyRecord }) {
  const say = useSay()
  if (record.openQuestions.length === 0) return null
  return (
    <section className="ch" id="questions" aria-labelledby="h-questions">
      <Provisions
        provisions={[
          ...new Set(record.openQuestions.map((row) => row.provision).filter(Boolean)),
        ].slice(0, 4)}
      />
      <div className="body">
        <div className="hd">
          <h2 id="h-questions">{say(words.questions)}</h2>
        </div>
        <ul className="items">
          {record.openQuestions.map((row) => (
            <Question key={row.rowId} record={record} row={row} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function Question({ record, row }: { record: AnyRecord; row: AnyRecord['openQuestions'][number] }) {
  const say = useSay()
  const formats = useFormats()
  const queries = useQueryClient()
  const mayAnswer = useMay('question:answer')
  const [typed, setTyped] = useState<string | null>(null)
  const answer = useMutation(
    trpc.questions.answer.mutationOptions({
      onSuccess: async () => {
        setTyped(null)
        await queries.invalidateQueries()
      },
    }),
  )
  const send = () =>
    answer.mutate({
      recordId: record.id,
      version: record.version,
      rowId: row.rowId,
      answer: typed ?? '',
    })
  return (
    <li id={`r-${row.rowId}`}>
      <p className="t">
        <bdi>{row.question}</bdi>
        {row.lines && <span className="src"> {row.lines}</span>}
      </p>
      {row.answer && (
        <p className="d whitespace-pre-line">
          {row.answer}{' '}
          <span className="muted">
            {say(words.answered, {
              by: row.answeredBy,
              day: row.answeredOn ? formats.shortDay(row.answeredOn) : '',
            })}
          </span>
        </p>
      )}
      {!row.answer && mayAnswer && typed === null && (
        <Button
          small
          aria-label={`${say(words.answer)}: ${row.question}`}
          onClick={() => setTyped('')}
        >
          {say(words.answer)}
        </Button>
      )}
      {typed !== null && (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <FormTrouble error={answer.error} />
          <Field label={say(words.yourAnswer)}>
            <ProseInput value={typed} onChange={setTyped} required autoFocus />
          </Field>
          <div className="answers">
            <Button onClick={() => setTyped(null)}>{say(words.cancel)}</Button>
            <Button look="main" type="submit" busy={answer.isPending}>
              {say(words.save)}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}
