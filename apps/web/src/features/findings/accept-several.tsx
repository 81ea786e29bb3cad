import type { Rule } from '@ropewalk/domain/findings/rule.ts'
import { sayAll } from '@ropewalk/domain/words.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { leftOf, Outcome } from '../../frame/outcome.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useOneByOne } from '../../one-by-one.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, ProseInput } from '../../ui/inputs.tsx'
import { Progress } from '../../ui/states.tsx'
import { findingKey } from '../record/finding-acts.tsx'
import type { ListedFinding } from './finding-line.tsx'
import { queryOf, useFindingsSearch } from './findings-search.ts'
import { findingWords as words } from './words.ts'

type Props = {
  rule: Rule
  /** Empty: all that the view shows of the rule, the pages not loaded too. */
  chosen: readonly ListedFinding[]
  count: number
  onClose: () => void
}

/** Accepts several findings of one rule with one reason, one after the other. */
export function AcceptSeveral({ rule, chosen, count, onClose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { number } = useFormats()
  const { asked } = useFindingsSearch()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const accept = useMutation(trpc.findings.accept.mutationOptions())
  const { run, busy, start, cancel } = useOneByOne<ListedFinding>(
    ({ recordId, version, rule, field, row }) =>
      accept.mutateAsync({ recordId, version, rule, field, row, reason: reason.trim(), until }),
  )
  const close = () => {
    cancel()
    void queryClient.invalidateQueries()
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTrouble(null)
    try {
      await start(
        chosen.length > 0 ? chosen : await everyOne(queryOf({ ...asked, rule: [rule.id] })),
      )
    } catch (error) {
      setTrouble(error)
    }
  }
  const n = chosen.length || count
  return (
    <Dialog title={say(words.acceptSeveral, { n })} onClose={close} lightDismiss={false}>
      {run ? (
        <>
          {busy && (
            <Progress
              label={say(words.accepting, { done: number(run.done.length), of: number(run.of) })}
              done={run.done.length + run.failed.length}
              of={run.of}
              cancel={say(words.stop)}
              onCancel={cancel}
            />
          )}
          {!busy && (
            <Outcome
              run={run}
              done={say(words.done, { n: run.done.length })}
              stopped={say(words.stopped, { left: leftOf(run), of: run.of })}
              notDone={say(words.notDone, { n: run.failed.length })}
              keyOf={findingKey}
              nameOf={(item) => `${item.recordId} ${sayAll(item.sentence, language)}`}
            />
          )}
          <div className="acts">
            <Button look={busy ? 'plain' : 'main'} disabled={busy} onClick={close}>
              {say(words.finish)}
            </Button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <FormTrouble error={trouble} />
          <p>{say(words.acceptSeveralWhy, { rule: rule.title })}</p>
          <Field label={say(words.reason)}>
            <ProseInput value={reason} onChange={setReason} required maxLength={1000} />
          </Field>
          <Field label={say(words.until)} hint={say(words.untilHint)}>
            <DayInput value={until} onChange={setUntil} />
          </Field>
          <div className="acts">
            <Button onClick={close}>{say(words.cancel)}</Button>
            <Button look="main" type="submit">
              {say(words.acceptSeveral, { n })}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

async function everyOne(query: ReturnType<typeof queryOf>): Promise<ListedFinding[]> {
  const all: ListedFinding[] = []
  for (;;) {
    const page = await queryClient.fetchQuery(
      trpc.findings.list.queryOptions({ ...query, offset: all.length, limit: 500 }),
    )
    all.push(...page.rows)
    if (page.rows.length === 0 || all.length >= page.total) return all
  }
}
