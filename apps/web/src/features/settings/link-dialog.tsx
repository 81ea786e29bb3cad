import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { peopleTabWords as words } from './people-words.ts'
import { ShownOnce } from './shown-once.tsx'
import { settingsWords } from './words.ts'

export type MadeLink = {
  name: string
  email: string
  path: string
  expiresAt: string
  /** A mail server took it; else it must be handed over. */
  mailed: boolean
}

/** A single-use link: said where it went, or shown to be handed over. */
export function LinkDialog({ link, onClose }: { link: MadeLink; onClose: () => void }) {
  const say = useSay()
  const { name, email, path, expiresAt, mailed } = link
  const time = useFormats().time(expiresAt)
  return (
    <Dialog title={say(words.linkTitle, { name })} onClose={onClose} lightDismiss={false}>
      <p className="mb-4">
        {mailed ? say(words.linkMailed, { email, time }) : say(words.linkShown, { time })}
      </p>
      {!mailed && <ShownOnce label={say(words.link)} value={`${location.origin}${path}`} />}
      <div className="acts">
        <Button look="main" onClick={onClose}>
          {say(settingsWords.finish)}
        </Button>
      </div>
    </Dialog>
  )
}
