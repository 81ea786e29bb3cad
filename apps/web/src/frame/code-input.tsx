import { useSay } from '../language.ts'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { codeWords as words } from '../words/people.ts'

type Props = {
  value: string
  onChange: (code: string) => void
  /** A recovery code in the place of the app's. */
  recovery?: boolean
  error?: string | undefined
}

/** The code that an app shows, or one of the recovery codes. */
export function CodeInput({ value, onChange, recovery = false, error }: Props) {
  const say = useSay()
  return (
    <Field
      label={say(recovery ? words.recoveryCode : words.code)}
      hint={say(recovery ? words.recoveryHint : words.codeHint)}
      error={error}
    >
      <TextInput
        key={recovery ? 'recovery' : 'code'}
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        autoCapitalize="characters"
        spellCheck={false}
        required
        value={value}
        onChange={onChange}
      />
    </Field>
  )
}
