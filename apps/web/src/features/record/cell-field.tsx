import type { Answer, Cell, Declared } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { CellInput, isGroup } from '../../fields/cell-input.tsx'
import { useSay } from '../../language.ts'
import { Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { recordWords as words } from './words.ts'

type CellProps = {
  field: Cell
  value: unknown
  changed: boolean
  error?: string | undefined
  onChange: (value: unknown) => void
}

export function CellField({ field, value, changed, error, onChange }: CellProps) {
  const say = useSay()
  const label = say(field.label)
  return (
    <Field
      label={label}
      hint={field.hint && say(field.hint)}
      error={error}
      changed={changed}
      group={isGroup(field)}
    >
      <CellInput field={field} label={label} value={value} onChange={onChange} />
    </Field>
  )
}

type DeclaredProps = {
  label: string
  answers: readonly Answer[]
  declared: Declared[string] | undefined
  onChange: (declared: Declared[string] | undefined) => void
}

/** None or not applicable instead of a value, with an optional reason. */
export function DeclaredForm({ label, answers, declared, onChange }: DeclaredProps) {
  const say = useSay()
  if (answers.length === 0 && !declared) return null
  const names: Record<Answer, string> = {
    none: say(words.none),
    notApplicable: say(words.notApplicable),
  }
  const open =
    declared && !answers.includes(declared.answer) ? [...answers, declared.answer] : answers
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={say(words.answerKind, { field: label })}>
        <Select
          value={declared?.answer ?? null}
          options={open.map((answer) => ({ value: answer, label: names[answer] }))}
          onChange={(answer) =>
            onChange(answer ? { answer, reason: declared?.reason ?? '' } : undefined)
          }
        />
      </Field>
      {declared && (
        <Field label={say(words.reasonOptional)}>
          <TextInput
            value={declared.reason}
            onChange={(reason) => onChange({ ...declared, reason })}
          />
        </Field>
      )}
    </div>
  )
}

export function declaring(
  all: AnyRecord['declared'],
  key: string,
  declared: Declared[string] | undefined,
): Declared {
  const { [key]: _, ...others } = all
  return declared ? { ...others, [key]: declared } : others
}
