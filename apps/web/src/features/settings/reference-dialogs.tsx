import { country as countryField } from '@ropewalk/domain/field.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { CellInput } from '../../fields/cell-input.tsx'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Field } from '../../ui/field.tsx'
import { DayInput, TextInput } from '../../ui/inputs.tsx'
import { referenceWords as words } from './reference-words.ts'
import { settingsWords } from './words.ts'

export type ReferenceEntry = {
  id: string
  version: number
  kind: 'eea' | 'adequacy'
  country: string
  from: string
  until: string | null
  scope: string
  source: string
}

const field = countryField({ label: words.country, chapter: 'where' })
const blank = { country: null, from: null, until: null, scope: '', source: '' }
type Values = {
  country: string | null
  from: string | null
  until: string | null
  scope: string
  source: string
}

type Props = { of: ReferenceEntry['kind']; entry?: ReferenceEntry; onClose: () => void }

/** A new entry, or the dates and source of one. */
export function ReferenceDialog({ of, entry, onClose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [values, setValues] = useState<Values>(entry ?? blank)
  const set = (change: Partial<Values>) => setValues((now) => ({ ...now, ...change }))
  const save = useMutation(
    trpc.reference.change.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const trouble = save.error ? troubleIn(save.error, say) : undefined
  const whyOf = (key: string) =>
    trouble?.field?.split('.').at(-1) === key ? trouble.message : undefined
  const { country, from, until, scope, source } = values
  const label = say(words.country)
  return (
    <FormDialog
      title={
        entry
          ? say(words.changeOf, { country: countryName(entry.country, language) })
          : `${say(words.add)}: ${say(words[of])}`
      }
      act={say(entry ? settingsWords.save : settingsWords.add)}
      busy={save.isPending}
      onClose={onClose}
      onAct={() =>
        save.mutate({
          ...(entry ? { id: entry.id, version: entry.version } : {}),
          kind: of,
          entry: {
            ...(country ? { country } : {}),
            ...(from ? { from } : {}),
            until,
            scope,
            source,
          },
        })
      }
      error={save.error}
      shown={['country', 'from', 'until', 'scope', 'source'].map((key) => `entry.${key}`)}
    >
      <Field label={label} error={whyOf('country')}>
        <CellInput
          field={field}
          label={label}
          value={country}
          onChange={(value) => set({ country: typeof value === 'string' ? value : null })}
        />
      </Field>
      <Field label={say(words.from)} error={whyOf('from')}>
        <DayInput value={from} onChange={(day) => set({ from: day })} />
      </Field>
      <Field label={say(words.until)} hint={say(words.untilHint)} error={whyOf('until')}>
        <DayInput value={until} onChange={(day) => set({ until: day })} />
      </Field>
      {of === 'adequacy' && (
        <Field label={say(words.scope)} hint={say(words.scopeHint)} error={whyOf('scope')}>
          <TextInput value={scope} onChange={(text) => set({ scope: text })} />
        </Field>
      )}
      <Field label={say(words.source)} hint={say(words.sourceHint)} error={whyOf('source')}>
        <TextInput value={source} onChange={(text) => set({ source: text })} required />
      </Field>
    </FormDialog>
  )
}

export function RemoveReference({
  entry,
  onClose,
}: {
  entry: ReferenceEntry
  onClose: () => void
}) {
  const say = useSay()
  const country = countryName(entry.country, useLanguage())
  const remove = useMutation(
    trpc.reference.change.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.removeAsk, { country })}
      act={say(words.remove)}
      busy={remove.isPending}
      onClose={onClose}
      onAct={() =>
        remove.mutate({
          id: entry.id,
          version: entry.version,
          kind: entry.kind,
          entry: {},
          remove: true,
        })
      }
      error={remove.error}
    >
      <p>{say(words.removeWhy)}</p>
    </FormDialog>
  )
}
