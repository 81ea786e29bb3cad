import { createContext, type ReactNode, useContext, useId } from 'react'
import { useSay } from '../language.ts'
import { Sign } from './sign.tsx'
import { uiWords } from './words.ts'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Differs from what is saved. */
  changed?: boolean
  /** Several controls answer together: radios, tags. The label is then no `<label>`. */
  group?: boolean
  className?: string
  children: ReactNode
}

/** A label, a control, and what there is to say about it. The control finds its ids by itself. */
export function Field({ label, hint, error, changed, group, className = '', children }: Props) {
  const say = useSay()
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-why`].filter(Boolean).join(' ')
  const words = (
    <>
      {label}
      {changed && <i>{say(uiWords.changed)}</i>}
    </>
  )
  return (
    <div className={`field ${className}`}>
      {group ? (
        <span className="label" id={`${id}-label`}>
          {words}
        </span>
      ) : (
        <label className="label" id={`${id}-label`} htmlFor={id}>
          {words}
        </label>
      )}
      <FieldContext value={{ id, describedBy: describedBy || undefined, invalid: Boolean(error) }}>
        {children}
      </FieldContext>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="why" id={`${id}-why`}>
          <Sign of="conflict" />
          {error}
        </span>
      )}
    </div>
  )
}

const FieldContext = createContext<{
  id: string | undefined
  describedBy: string | undefined
  invalid: boolean
}>({ id: undefined, describedBy: undefined, invalid: false })

/** The attributes that tie a control to its field. */
export function useField() {
  const { id, describedBy, invalid } = useContext(FieldContext)
  return { id, 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined }
}

/** The same for a group of controls. */
export function useFieldGroup() {
  const { id, describedBy } = useContext(FieldContext)
  return { 'aria-labelledby': id && `${id}-label`, 'aria-describedby': describedBy }
}
