import { changesBetween } from '@ropewalk/domain/changes-between.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { useEffect, useRef } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { shownKeys, useKeys } from '../../ui/keys.ts'
import { Sign } from '../../ui/sign.tsx'
import type { Draft } from './use-draft.ts'
import type { useSaving } from './use-saving.ts'
import { recordWords as words } from './words.ts'

type Props = {
  noun: NounKey
  draft: Draft
  saving: ReturnType<typeof useSaving>
  onCancel: () => void
}

/** Save and cancel, always in sight while a chapter is being written. Ctrl or ⌘ S saves, Escape cancels what is untouched. */
export function SaveBar({ noun, draft, saving, onCancel }: Props) {
  const say = useSay()
  useKeys([{ keys: 'Mod+s', says: words.save, act: saving.save }])
  const keys = useRef((_: KeyboardEvent) => {})
  keys.current = (event) => {
    if (event.key === 'Escape' && !draft.dirty && !event.defaultPrevented) onCancel()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const changes = changesBetween(noun, draft.base, draft.now)
  const n =
    Object.keys(changes.fields ?? {}).length +
    Object.keys(changes.declared ?? {}).length +
    (changes.rows?.length ?? 0)
  return (
    <div className="savebar record-savebar">
      <p role="status">
        {saving.trouble ? (
          <span role="alert" className="why">
            <Sign of="conflict" />
            {saving.trouble.message}
          </span>
        ) : draft.restored && draft.dirty ? (
          say(words.restored)
        ) : n > 0 ? (
          say(words.changed, { n })
        ) : (
          say(words.nothing)
        )}
      </p>
      <Button onClick={onCancel}>{say(words.cancel)}</Button>
      <Button look="main" busy={saving.busy} disabled={!draft.dirty} onClick={saving.save}>
        {say(words.save)} <kbd aria-hidden>{shownKeys('Mod+s').join(' ')}</kbd>
      </Button>
    </div>
  )
}
