import { useId } from 'react'
import { useSay } from '../language.ts'
import { useField, useFieldGroup } from './field.tsx'
import { uiWords } from './words.ts'

type Option<Value extends string = string> = { value: Value; label: string }

type SelectProps<Value extends string> = {
  value: Value | null
  options: readonly Option<Value>[]
  onChange: (value: Value | null) => void
  /** What no choice reads as; `null` when there has to be one. */
  none?: string | null
}

/** One of a few, by the platform's own list. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  none,
}: SelectProps<Value>) {
  const say = useSay()
  const field = useField()
  const picked = (chosen: string) =>
    options.find((option) => option.value === chosen)?.value ?? null
  return (
    <select
      {...field}
      className="input"
      value={value ?? ''}
      onChange={(event) => onChange(picked(event.target.value))}
    >
      {none !== null && <option value="">{none ?? say(uiWords.notStated)}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** One of two to four, all seen at once. Belongs in `<Field group>`. */
export function Radios<Value extends string>({ value, options, onChange }: RadiosProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" className="choices" {...useFieldGroup()}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
type RadiosProps<Value extends string> = {
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
}

/** Yes, no, or not stated. Belongs in `<Field group>`. */
export function YesNo({ value, onChange }: YesNoProps) {
  const say = useSay()
  return (
    <Radios
      value={value === null ? 'notStated' : value ? 'yes' : 'no'}
      options={(['yes', 'no', 'notStated'] as const).map((answer) => ({
        value: answer,
        label: say(uiWords[answer]),
      }))}
      onChange={(answer) => onChange(answer === 'notStated' ? null : answer === 'yes')}
    />
  )
}
type YesNoProps = { value: boolean | null; onChange: (value: boolean | null) => void }

/** Any of a few, all seen at once. Belongs in `<Field group>`; long lists take `MultiSelect`. */
export function Checks<Value extends string>({ value, options, onChange }: ChecksProps<Value>) {
  const toggled = (one: Value) =>
    options
      .map((option) => option.value)
      .filter((each) => (each === one ? !value.includes(one) : value.includes(each)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would repeat the label of its field
    <div role="group" className="choices" {...useFieldGroup()}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={() => onChange(toggled(option.value))}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
type ChecksProps<Value extends string> = {
  value: readonly Value[]
  options: readonly Option<Value>[]
  onChange: (value: readonly Value[]) => void
}
