import { useBlocker } from '@tanstack/react-router'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { recordWords as words } from './words.ts'

/** Asks before a page with unsaved words is left. */
export function LeaveGuard({ when }: { when: boolean }) {
  const say = useSay()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog title={say(words.leave)} onClose={blocker.reset} lightDismiss={false}>
      <p>{say(words.leaveWhy)}</p>
      <div className="acts mt-4">
        <Button look="main" onClick={blocker.reset}>
          {say(words.stay)}
        </Button>
        <Button onClick={blocker.proceed}>{say(words.leaveNow)}</Button>
      </div>
    </Dialog>
  )
}
