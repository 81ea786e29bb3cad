import { limits } from '@ropewalk/domain/limits.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { listWords as words } from './words.ts'

type Props = { title: string; count: number; onClose: () => void }

/** More records than can be changed together. */
export function TooMany({ title, count, onClose }: Props) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say(words.tooMany, { n: number(count), most: limits.together })}</p>
      <div className="acts">
        <Button onClick={onClose}>{say(words.close)}</Button>
      </div>
    </Dialog>
  )
}
