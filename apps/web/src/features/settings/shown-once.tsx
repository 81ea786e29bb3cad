import { useState } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { settingsWords as words } from './words.ts'

/** A secret that is shown once, with a button that copies it. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const say = useSay()
  const [state, setState] = useState<'new' | 'copied' | 'failed'>('new')
  const copy = () =>
    navigator.clipboard?.writeText(value).then(
      () => setState('copied'),
      () => setState('failed'),
    ) ?? setState('failed')
  return (
    <section className="grid gap-1" aria-label={label}>
      <span className="text-2 font-strong">{label}</span>
      <div className="once">
        <code>{value}</code>
        <Button onClick={() => void copy()}>
          {say(state === 'copied' ? words.copied : words.copy)}
        </Button>
      </div>
      <p role="status" className="muted">
        {state === 'failed' && say(words.copyFailed)}
      </p>
    </section>
  )
}
