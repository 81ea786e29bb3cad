import type { NounKey } from '@ropewalk/domain/field.ts'
import type { MouseEvent } from 'react'
import { useState } from 'react'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { addressOfView } from './address.ts'
import { builtInViews } from './built-in-views.ts'
import { useKeptViews } from './kept-views.ts'
import { SaveView } from './save-view.tsx'
import { useCount } from './use-list.ts'
import { sameRows, type View } from './view.ts'
import { listWords as words } from './words.ts'

type Props = {
  noun: NounKey
  view: View
  go: (view: View) => void
  /** Counts wait for the rows: those come first. */
  counted: boolean
}

/** The views that everyone has, those of one's own, and the way to save this one. */
export function ViewTabs({ noun, view, go, counted }: Props) {
  const say = useSay()
  const kept = useKeptViews(noun)
  const [saving, setSaving] = useState(false)
  const own = kept.views.map(({ name, view: mine }) => ({ name, view: mine, isOwn: true }))
  const tabs = [
    ...builtInViews(noun).map((each) => ({
      name: say(each.label),
      view: each.view,
      isOwn: false,
    })),
    ...own,
  ]
  const drop = (name: string) => {
    const before = kept.views
    kept.drop(name)
    toast(say(words.viewDropped, { name }), {
      label: say(words.undo),
      act: () => kept.store(before),
    })
  }
  return (
    <nav className="views" aria-label={say(words.views)}>
      {tabs.map((tab) => (
        <span key={`${tab.isOwn} ${tab.name}`}>
          <Tab noun={noun} tab={tab} isHere={sameRows(tab.view, view)} go={go} counted={counted} />
          {tab.isOwn && (
            <RemoveButton
              name={say(words.view, { name: tab.name })}
              onPress={() => drop(tab.name)}
            />
          )}
        </span>
      ))}
      {!tabs.some((tab) => sameRows(tab.view, view)) && (
        <Button look="link" className="save" onClick={() => setSaving(true)}>
          {say(words.saveView)}
        </Button>
      )}
      {saving && (
        <SaveView onSave={(name) => kept.add({ name, view })} onClose={() => setSaving(false)} />
      )}
    </nav>
  )
}

function Tab({ noun, tab, isHere, go, counted }: TabProps) {
  const { number } = useFormats()
  const count = useCount(noun, counted ? tab.view : null)
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(tab.view)
  }
  return (
    <a
      href={addressOfView(noun, tab.view)}
      aria-current={isHere ? 'page' : undefined}
      onClick={follow}
    >
      <bdi>{tab.name}</bdi> <span>{count === undefined ? '\u2007' : number(count)}</span>
    </a>
  )
}
type TabProps = Pick<Props, 'noun' | 'go' | 'counted'> & {
  tab: { name: string; view: View }
  isHere: boolean
}
