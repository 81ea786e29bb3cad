import { useEffect, useRef } from 'react'
import { useSay } from '../language.ts'
import type { Combo, Item } from './combo.ts'
import { uiWords } from './words.ts'

/** The list of a combo box, and what there is to say when it is empty. */
export function Options<I extends Item>({ combo, label }: { combo: Combo<I>; label: string }) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const { active, items } = combo
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} className="options">
      <div role="listbox" id={combo.listId} aria-label={label}>
        {items.map((item, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={item.id}
            role="option"
            id={`${combo.listId}-${at}`}
            data-at={at}
            tabIndex={-1}
            aria-selected={at === active}
            onPointerMove={() => combo.setActive(at)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => combo.pick(item)}
          >
            <span>
              {item.prefix && <span className="id">{item.prefix} </span>}
              <bdi>{item.label}</bdi>
            </span>
            {item.hint && <span className="muted">{item.hint}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={items.length > 0 ? 'sr-only' : ''}>
        {combo.state === 'failed' && say(uiWords.searchFailed)}
        {combo.state === 'looking' && say(uiWords.searching)}
        {combo.state === 'found' &&
          (items.length > 0 ? say(uiWords.found, { n: items.length }) : say(uiWords.nothingFound))}
      </p>
    </div>
  )
}
