import { useSay } from '../language.ts'
import { Dialog } from '../ui/dialog.tsx'
import { knownKeys, shownKeys } from '../ui/keys.ts'
import { frameWords } from '../words/frame.ts'

/** Every key that works on the page behind. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say(frameWords.keys)} onClose={onClose}>
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 gap-y-2">
        {knownKeys().map(({ keys, says, values }) => (
          <div key={keys} className="contents">
            <dt className="flex gap-1">
              {shownKeys(keys).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(says, values)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
