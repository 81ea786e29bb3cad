import { limits } from '@ropewalk/domain/limits.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { leftOf, Outcome } from '../../frame/outcome.tsx'
import { useSay } from '../../language.ts'
import { apiOf } from '../../noun-api.ts'
import { useOneByOne } from '../../one-by-one.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Progress } from '../../ui/states.tsx'
import { TooMany } from './too-many.tsx'
import { type Chosen, useChosen } from './use-chosen.ts'
import { listWords as words } from './words.ts'

type Props = Chosen & {
  onClose: () => void
  /** Told which of the selected were not archived: they stay selected. */
  onEnd: (left: readonly string[]) => void
}

/** Archives the selected records one after the other: one that refuses says why, and the others go on. */
export function ArchiveDialog({ noun, view, selection, count, onClose, onEnd }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const [reason, setReason] = useState('')
  const { records = [], error } = useChosen({ noun, view, selection, count }, false)
  const live = records.filter(({ archivedAt }) => !archivedAt)
  const archive = useMutation(apiOf(noun).archive.mutationOptions())
  const { run, busy, start, cancel } = useOneByOne<AnyRecord>(({ id, version }) =>
    archive.mutateAsync({ id, version, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void start(live)
  }
  const close = () => {
    if (!run) return onClose()
    cancel()
    // Not before: a list that is read anew takes its selection, and this dialog with it.
    void queryClient.invalidateQueries()
    const done = new Set(run.done.map(({ id }) => id))
    onEnd(live.flatMap(({ id }) => (done.has(id) ? [] : [id])))
  }
  const title = say(words.archiveTitle, { n: count })
  if (count > limits.together) return <TooMany title={title} count={count} onClose={onClose} />
  return (
    <Dialog title={title} lightDismiss={false} onClose={close}>
      {run ? (
        <>
          {busy ? (
            <Progress
              label={say(words.archiving, { n: number(run.done.length), of: number(run.of) })}
              done={run.done.length + run.failed.length}
              of={run.of}
              cancel={say(words.stopHere)}
              onCancel={cancel}
            />
          ) : (
            <Outcome
              run={run}
              done={say(words.archivedNow, { n: run.done.length })}
              stopped={say(words.notReached, { n: leftOf(run) })}
              notDone={say(words.notArchived, { n: run.failed.length })}
              keyOf={({ id }) => id}
              nameOf={({ id, name }) => (
                <>
                  <span className="id">{id}</span> <bdi>{String(name)}</bdi>
                </>
              )}
            />
          )}
          <div className="acts">
            <Button look={busy ? 'plain' : 'main'} disabled={busy} onClick={close}>
              {say(words.finish)}
            </Button>
          </div>
        </>
      ) : (
        <form onSubmit={submit}>
          <FormTrouble error={error} />
          <p>{say(words.archiveWhy)}</p>
          <Field label={say(words.reason)} hint={say(words.reasonHint)}>
            <TextInput value={reason} onChange={setReason} maxLength={limits.reason} />
          </Field>
          <div className="acts">
            <Button onClick={onClose}>{say(words.cancel)}</Button>
            <Button look="main" type="submit" disabled={live.length === 0}>
              {say(words.archiveAct, { n: number(live.length) })}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
