import { useMutation } from '@tanstack/react-query'
import { useNames } from '../../fields/names.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Fact, factText } from './fact.ts'
import { removeFact } from './queue-cache.ts'
import { confirmWords as words } from './words.ts'

/** Asks before a fact is taken out of its record. */
export function RemoveDialog({
  fact,
  onClose,
  onRemoved,
}: {
  fact: Fact
  onClose: () => void
  onRemoved: () => void
}) {
  const say = useSay()
  const language = useLanguage()
  const { names } = useNames()
  const { noun, record, removal } = fact
  const remove = useMutation({
    mutationFn: () =>
      removeFact(noun, { id: record.id, version: record.version }, removal?.changes ?? {}),
    onSuccess: onRemoved,
  })
  const why = removal?.of === 'row' ? words.removeRow : words.removeValue
  return (
    <Dialog title={say(words.removeAsk)} onClose={onClose}>
      <FormTrouble error={remove.error} />
      <p className="mb-2">
        <b dir="auto">{factText(fact, { language, names })}</b>
      </p>
      <p>{say(why, { record: `${record.id} ${String(record.name)}` })}</p>
      <div className="acts">
        <Button onClick={onClose}>{say(words.cancel)}</Button>
        <Button look="main" busy={remove.isPending} onClick={() => remove.mutate()}>
          {say(words.remove)}
        </Button>
      </div>
    </Dialog>
  )
}
