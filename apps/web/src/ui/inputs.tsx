import type { ComponentProps } from 'react'
import { useField } from './field.tsx'

type Controlled<Element extends 'input' | 'textarea'> = Omit<
  ComponentProps<Element>,
  'value' | 'onChange' | 'id'
> & { value: string; onChange: (value: string) => void }

export function TextInput({ onChange, type = 'text', ...rest }: Controlled<'input'>) {
  const field = useField()
  return (
    <input
      dir="auto"
      {...field}
      {...rest}
      type={type}
      className="input"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Several lines; grows with what is written. */
export function ProseInput({ onChange, rows = 2, ...rest }: Controlled<'textarea'>) {
  const field = useField()
  return (
    <textarea
      dir="auto"
      {...field}
      {...rest}
      rows={rows}
      className="input"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type DayProps = {
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
}

/** `YYYY-MM-DD`, or null while the day is not whole. */
export function DayInput({ value, onChange, ...rest }: DayProps) {
  const field = useField()
  return (
    <input
      {...field}
      {...rest}
      type="date"
      className="input"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}

type FileProps = Pick<ComponentProps<'input'>, 'accept' | 'disabled'> & {
  onChange: (file: File) => void
}

/** One file of the person's machine. It is read here, and goes nowhere by itself; the same one may be chosen again. */
export function FileInput({ onChange, ...rest }: FileProps) {
  const field = useField()
  return (
    <input
      {...field}
      {...rest}
      type="file"
      className="file"
      onClick={(event) => {
        event.currentTarget.value = ''
      }}
      onChange={(event) => {
        const [file] = event.target.files ?? []
        if (file) onChange(file)
      }}
    />
  )
}
