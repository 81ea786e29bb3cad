import { type FormEvent, useState } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { listWords as words } from './words.ts'

export function SaveView({ onSave, onClose }: SaveProps) {
  const say = useSay()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onSave(name.trim())
    onClose()
  }
  return (
    <Dialog title={say(words.saveView)} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={say(words.viewName)} hint={say(words.saveViewHint)}>
          <TextInput value={name} onChange={setName} maxLength={60} required autoFocus />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="submit" look="main">
            {say(words.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
type SaveProps = { onSave: (name: string) => void; onClose: () => void }
