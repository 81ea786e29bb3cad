import { useState } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FileInput, ProseInput } from '../../ui/inputs.tsx'
import { fileOf, type ListFile, pastedAs } from './list-file.ts'
import { reconciliationWords as words } from './words.ts'

/** The list as it comes: pasted, or a file. */
export function ListForm({ busy, onRead }: { busy: boolean; onRead: (list: ListFile) => void }) {
  const say = useSay()
  const [text, setText] = useState('')
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
      <Field label={say(words.file)} hint={say(words.fileHint)}>
        <FileInput
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          disabled={busy}
          onChange={(file) => onRead(fileOf(file))}
        />
      </Field>
    </form>
  )
}
