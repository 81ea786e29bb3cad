import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, TextInput } from '../../ui/inputs.tsx'
import { tokenWords as words } from './people-words.ts'
import { ShownOnce } from './shown-once.tsx'
import { settingsWords } from './words.ts'

type Props = { own: boolean; onClose: () => void }

/** Asks what a token is for, and shows it once. `own`: it reads as who asks. */
export function NewToken({ own, onClose }: Props) {
  const say = useSay()
  const me = useMe()
  const [label, setLabel] = useState('')
  const [person, setPerson] = useState(me.id)
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const people = useQuery({ ...trpc.people.list.queryOptions(undefined), enabled: !own }).data ?? []
  const done = { onSuccess: () => queryClient.invalidateQueries() }
  const forAnyone = useMutation(trpc.tokens.create.mutationOptions(done))
  const forOwn = useMutation(trpc.tokens.createOwn.mutationOptions(done))
  const create = own ? forOwn : forAnyone
  const given = { label: label.trim(), ...(expiresOn ? { expiresOn } : {}) }
  if (create.data) return <TokenOnce made={create.data} onClose={onClose} />
  const trouble = create.error ? troubleIn(create.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  const known = people.filter(({ status }) => status === 'active' || status === 'invited')
  return (
    <FormDialog
      title={say(words.create)}
      act={say(words.create)}
      busy={create.isPending}
      onClose={onClose}
      onAct={() => (own ? forOwn.mutate(given) : forAnyone.mutate({ person, ...given }))}
      error={create.error}
      shown={['label', 'person', 'expiresOn']}
    >
      <Field label={say(words.label)} hint={say(words.labelHint)} error={whyOf('label')}>
        <TextInput value={label} onChange={setLabel} required />
      </Field>
      {!own && (
        <Field label={say(words.person)} error={whyOf('person')}>
          <Select
            value={person}
            none={null}
            options={known.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => setPerson(id ?? me.id)}
          />
        </Field>
      )}
      <Field label={say(words.expires)} hint={say(words.expiresHint)} error={whyOf('expiresOn')}>
        <DayInput value={expiresOn} onChange={setExpiresOn} />
      </Field>
    </FormDialog>
  )
}

function TokenOnce({
  made: { token, expiresOn },
  onClose,
}: {
  made: { token: string; expiresOn: string }
  onClose: () => void
}) {
  const say = useSay()
  const { day } = useFormats()
  return (
    <Dialog title={say(words.shownTitle)} onClose={onClose} lightDismiss={false}>
      <p className="mb-4">{say(words.shownHint, { day: day(expiresOn) })}</p>
      <ShownOnce label={say(words.token)} value={token} />
      <p className="mt-4 mb-1 text-2 font-strong">{say(words.try)}</p>
      <pre>{`curl -H "Authorization: Bearer $TOKEN" ${location.origin}/exports/activities-controller.csv`}</pre>
      <div className="acts">
        <Button look="main" onClick={onClose}>
          {say(settingsWords.finish)}
        </Button>
      </div>
    </Dialog>
  )
}
