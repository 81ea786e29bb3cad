import { labelAlone } from '@ropewalk/domain/chapters.ts'
import { formatValue } from '@ropewalk/domain/values.ts'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { uiWords } from '../../ui/words.ts'
import type { Clash } from './editing.ts'
import { listWords as words } from './words.ts'

/** Both values of a cell that two people set, and the question which one stands. */
export function ClashDialog({ clash, onSettle }: ClashProps) {
  const say = useSay()
  const language = useLanguage()
  const { day } = useFormats()
  const { field, key, mine, theirs } = clash
  const read = (value: unknown) => {
    const text = formatValue(field, value, { language, names: () => undefined })
    return (field.kind === 'day' ? day(text) : text) || say(uiWords.notStated)
  }
  return (
    <Dialog
      title={say(words.conflict, { id: theirs.id })}
      lightDismiss={false}
      onClose={() => onSettle(false)}
    >
      <p>{say(words.conflictAsk, { field: labelAlone(field) })}</p>
      <dl className="mt-4 grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 gap-y-2">
        <dt className="text-ink-3">{say(words.yours)}</dt>
        <dd>
          <bdi>{read(mine)}</bdi>
        </dd>
        <dt className="text-ink-3">{say(words.theirs)}</dt>
        <dd>
          <bdi>{read(theirs[key])}</bdi>
        </dd>
      </dl>
      <div className="acts">
        <Button onClick={() => onSettle(false)}>{say(words.keepTheirs)}</Button>
        <Button look="main" onClick={() => onSettle(true)}>
          {say(words.saveYours)}
        </Button>
      </div>
    </Dialog>
  )
}
type ClashProps = { clash: Clash; onSettle: (mine: boolean) => void }
