import { chapters } from '@ropewalk/domain/chapters.ts'
import type { Finding } from '@ropewalk/domain/finding.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { sayAll } from '@ropewalk/domain/words.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, ProseInput } from '../../ui/inputs.tsx'
import { chapterOf } from './chapters-of.ts'
import { recordWords as words } from './words.ts'

export type BesideFinding = Finding & {
  version: number
  accepted: { id: string; by: string; at: string; reason: string; until: string | null } | null
}

export const useSentence = (finding: Pick<Finding, 'sentence'>): string =>
  sayAll(finding.sentence, useLanguage())

export const findingKey = ({ recordId, rule, field, row }: Finding): string =>
  [recordId, rule, field, row ?? ''].join('/')

/** The chapter of a finding, as a word and a place on the page. */
export function useChapterOf(finding: Finding) {
  const say = useSay()
  const noun = nounOf(finding.recordId)
  const key = noun ? chapterOf(noun, finding.field) : 'what'
  return { key, title: say(chapters[key]) }
}

/** What was accepted, and why; or nothing. */
export function Acceptance({ finding }: { finding: BesideFinding }) {
  const say = useSay()
  const formats = useFormats()
  const { accepted } = finding
  if (!accepted) return null
  const { by, reason, until } = accepted
  return (
    <>
      {until
        ? say(words.acceptedUntil, { by, reason, until: formats.shortDay(until) })
        : say(words.acceptedBy, { by, reason })}
    </>
  )
}

/** Accept until a day with a reason, or open again. Belongs to those who may. */
export function AcceptFinding({
  finding,
  onDone,
}: {
  finding: BesideFinding
  onDone?: () => void
}) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const queries = useQueryClient()
  const done = () => {
    setAsked(false)
    void queries.invalidateQueries()
    onDone?.()
  }
  const reopen = useMutation(trpc.findings.reopen.mutationOptions({ onSuccess: done }))
  const sentence = useSentence(finding)
  const { recordId, version, rule, field, row } = finding
  if (finding.accepted)
    return (
      <Button
        small
        busy={reopen.isPending}
        onClick={() => reopen.mutate({ recordId, version, rule, field, row })}
      >
        {say(words.reopen)}
      </Button>
    )
  return (
    <>
      <Button small aria-label={`${say(words.accept)} ${sentence}`} onClick={() => setAsked(true)}>
        {say(words.accept)}
      </Button>
      {asked && <AcceptDialog finding={finding} onClose={() => setAsked(false)} onDone={done} />}
    </>
  )
}

function AcceptDialog({
  finding,
  onClose,
  onDone,
}: {
  finding: BesideFinding
  onClose: () => void
  onDone: () => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const accept = useMutation(trpc.findings.accept.mutationOptions({ onSuccess: onDone }))
  const trouble = accept.error ? troubleIn(accept.error, say) : undefined
  const sentence = useSentence(finding)
  const { recordId, version, rule, field, row } = finding
  return (
    <Dialog title={say(words.acceptTitle)} onClose={onClose} lightDismiss={false}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          accept.mutate({ recordId, version, rule, field, row, reason, until })
        }}
      >
        <p>{sentence}</p>
        <Field
          label={say(words.reason)}
          error={trouble && trouble.field !== 'until' ? trouble.message : undefined}
        >
          <ProseInput value={reason} onChange={setReason} required />
        </Field>
        <Field
          label={say(words.acceptUntil)}
          hint={say(words.acceptHint)}
          error={trouble?.field === 'until' ? trouble.message : undefined}
        >
          <DayInput value={until} onChange={setUntil} />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button look="main" type="submit" busy={accept.isPending}>
            {say(words.acceptTitle)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
