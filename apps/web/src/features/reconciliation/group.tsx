import { type ReactNode, useId, useState } from 'react'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { reconciliationWords as words } from './words.ts'

const step = 100

type Props<Item> = {
  title: string
  hint?: string
  items: readonly Item[]
  /** What the items stand for: lines of the list, or records. */
  count: number
  children: (item: Item) => ReactNode
}

/** One of the lists of a result, a hundred entries at a time. */
export function Group<Item>({ title, hint, items, count, children }: Props<Item>) {
  const say = useSay()
  const { number } = useFormats()
  const id = useId()
  const [most, setMost] = useState(step)
  const left = items.length - most
  return (
    <section className="reconciled" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title} <span className="muted">{number(count)}</span>
      </h2>
      {hint && items.length > 0 && <p>{hint}</p>}
      {items.length === 0 ? (
        <p className="muted">{say(words.nothing)}</p>
      ) : (
        <ul>{items.slice(0, most).map(children)}</ul>
      )}
      {left > 0 && (
        <Button small onClick={() => setMost(most + step)}>
          {say(words.more, { n: number(Math.min(step, left)) })}
        </Button>
      )}
    </section>
  )
}
