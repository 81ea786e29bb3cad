import { useId, useState } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { fileOf, type ListFile, pastedAs } from './list-file.ts'
import { reconciliationWords as words } from './words.ts'

/** The list as it comes: pasted, or a file. */
export function ListForm({ busy, onRead }: { busy: boolean; onRead: (list: ListFile) => void }) {
  const say = useSay()
  const [text, setText] = useState('')
  const id = useId()
  return (
    <form
      className="reconcile-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !busy) onRead(pastedAs(text, say(words.fromPaste)))
      }}
    >
      <Field label={say(words.paste)} hint={say(words.pasteHint)}>
        <ProseInput value={text} onChange={setText} rows={6} spellCheck={false} />
      </Field>
      <div className="acts">
        <Button type="submit" look="main" busy={busy} disabled={text.trim() === ''}>
          {say(words.read)}
        </Button>
      </div>
      <div className="field">
        <label className="label" htmlFor={id}>
          {say(words.file)}
        </label>
        <input
          id={id}
          type="file"
          className="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          aria-describedby={`${id}-hint`}
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) onRead(fileOf(file))
            event.target.value = ''
          }}
        />
        <span className="hint" id={`${id}-hint`}>
          {say(words.fileHint)}
        </span>
      </div>
    </form>
  )
}
