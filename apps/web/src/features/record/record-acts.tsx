import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay, useMayWrite } from '../../me.ts'
import { addressOf, apiOf } from '../../noun-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { recordWords as words } from './words.ts'

/** Print, copy, and the verbs that change what a record is: archive, take out, delete. */
export function RecordActs({ noun, record }: { noun: NounKey; record: AnyRecord }) {
  const say = useSay()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<'copy' | 'remove' | 'trouble' | null>(null)
  const mayWrite = useMayWrite()(noun)
  const mayArchive = useMay('register:archive')
  const mayRemove = useMay('register:delete')
  const api = apiOf(noun)
  const settled = {
    onSuccess: () => queries.invalidateQueries(),
    onError: () => setAsked('trouble'),
  }
  const archive = useMutation(api.archive.mutationOptions(settled))
  const unarchive = useMutation(api.unarchive.mutationOptions(settled))
  const at = { id: record.id, version: record.version }
  const items: MenuItem[] = [
    ...(mayArchive && !record.archivedAt
      ? [{ label: say(words.archive), act: () => archive.mutate(at) }]
      : []),
    ...(mayArchive && record.archivedAt
      ? [{ label: say(words.unarchive), act: () => unarchive.mutate(at) }]
      : []),
    ...(mayRemove ? [{ label: say(words.remove), act: () => setAsked('remove') }] : []),
  ]
  const close = () => setAsked(null)
  return (
    <>
      <Button onClick={() => window.print()}>{say(words.print)}</Button>
      {mayWrite && <Button onClick={() => setAsked('copy')}>{say(words.copy)}</Button>}
      {items.length > 0 && <Menu look="quiet" align="end" label={say(words.more)} items={items} />}
      {asked === 'copy' && <CopyDialog noun={noun} record={record} onClose={close} />}
      {asked === 'remove' && <RemoveDialog noun={noun} record={record} onClose={close} />}
      {asked === 'trouble' && (
        <Dialog title={String(record.name)} onClose={close}>
          <FormTrouble error={archive.error ?? unarchive.error} />
          <div className="acts">
            <Button onClick={close}>{say(words.cancel)}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

type DialogProps = { noun: NounKey; record: AnyRecord; onClose: () => void }

function CopyDialog({ noun, record, onClose }: DialogProps) {
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState(say(words.copyOf, { name: String(record.name) }).slice(0, 200))
  const copy = useMutation(
    apiOf(noun).copy.mutationOptions({
      onSuccess: async (made) => {
        await queries.invalidateQueries()
        onClose()
        await navigate({ to: addressOf(noun, made.id) })
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.copy)}
      act={say(words.create)}
      busy={copy.isPending}
      onClose={onClose}
      onAct={() => copy.mutate({ id: record.id, name })}
      error={copy.error}
    >
      <Field label={say(words.copyName)}>
        <TextInput value={name} onChange={setName} required />
      </Field>
    </FormDialog>
  )
}

function RemoveDialog({ noun, record, onClose }: DialogProps) {
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const remove = useMutation(
    apiOf(noun).remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: `/${nouns[noun].path}` })
        await queries.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.removeAsk, { name: String(record.name) })}
      act={say(words.remove)}
      busy={remove.isPending}
      ready={typed.trim() === record.id}
      onClose={onClose}
      onAct={() => remove.mutate({ id: record.id, version: record.version })}
      error={remove.error}
    >
      <p>{say(words.removeWhy)}</p>
      <Field label={say(words.removeType)} hint={record.id}>
        <TextInput value={typed} onChange={setTyped} />
      </Field>
    </FormDialog>
  )
}
