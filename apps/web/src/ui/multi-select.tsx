import { useRef, useState } from 'react'
import { type Item, type Search, useCombo } from './combo.ts'
import { OptionsBelow } from './combo-box.tsx'
import { useField } from './field.tsx'
import { Tag } from './tag.tsx'

type Props<I extends Item> = {
  value: readonly I[]
  onChange: (items: readonly I[]) => void
  search: Search<I>
  /** Spoken name of the list. */
  label: string
  placeholder?: string
  /** Takes what was typed as it stands, for lists of free words. */
  made?: ((text: string) => I) | undefined
}

/** Several of many: tags, and an input that adds one more. Backspace in the empty input takes the last away. */
export function MultiSelect<I extends Item>({
  value,
  onChange,
  search,
  label,
  placeholder,
  made,
}: Props<I>) {
  const field = useField()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const others = (items: readonly I[]) =>
    items.filter((item) => !value.some((has) => has.id === item.id))
  const add = (item: I) => {
    setTyped('')
    if (others([item]).length > 0) onChange([...value, item])
  }
  const combo = useCombo<I>({
    search: (query) => {
      const answer = search(query)
      return answer instanceof Promise ? answer.then(others) : others(answer)
    },
    onPick: add,
    onDismiss: () => setTyped(''),
  })
  const addTyped = () => {
    const text = typed.trim()
    if (made && text) add(made(text))
  }
  return (
    <div className="many">
      {value.length > 0 && (
        <div className="tags">
          {value.map((item) => (
            <Tag
              key={item.id}
              {...(item.prefix ? { id: item.prefix } : {})}
              name={item.label}
              onRemove={() => onChange(value.filter((has) => has.id !== item.id))}
            >
              <bdi>{item.label}</bdi>
            </Tag>
          ))}
        </div>
      )}
      <div className="combo" ref={box}>
        <input
          dir="auto"
          {...field}
          {...combo.input}
          type="text"
          className="input"
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            combo.look(event.target.value)
          }}
          onClick={() => !combo.open && combo.look('', 0)}
          onBlur={() => {
            addTyped()
            setTyped('')
            combo.close()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1))
            else if (event.key === 'Enter' && combo.items.length === 0) {
              event.preventDefault()
              addTyped()
              combo.close()
            } else combo.input.onKeyDown(event)
          }}
        />
        <OptionsBelow combo={combo} anchor={box} label={label} />
      </div>
    </div>
  )
}
