import type { Cell, CellKind, Options, Person, Reference } from '@ropewalk/domain/field.ts'
import { countryCodes } from '@ropewalk/domain/reference/countries.ts'
import { countryName, personText, referenceText } from '@ropewalk/domain/values.ts'
import { both, type Language, type Text } from '@ropewalk/domain/words.ts'
import type { ComponentType } from 'react'
import { useLanguage, useSay } from '../language.ts'
import { Checks, Select, YesNo } from '../ui/choices.tsx'
import type { Item } from '../ui/combo.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { DayInput, ProseInput, TextInput } from '../ui/inputs.tsx'
import { MultiSelect } from '../ui/multi-select.tsx'
import { searchNoun } from './find.ts'
import { useNames } from './names.tsx'

type Props = { field: Cell; label: string; value: unknown; onChange: (value: unknown) => void }

/** The input of a cell, by its kind. It belongs in a `<Field>`; those of `groupKinds` in `<Field group>`. */
export function CellInput(props: Props) {
  const Input = inputs[props.field.kind]
  return <Input {...props} />
}

export const isGroup = (field: Cell): boolean =>
  field.kind === 'yesNo' || (field.kind === 'choices' && Object.keys(field.options).length <= 12)

const Words = ({ value, onChange }: Props) => (
  <TextInput value={String(value ?? '')} onChange={onChange} />
)
const Lines = ({ value, onChange }: Props) => (
  <ProseInput value={String(value ?? '')} onChange={onChange} />
)
const Whole = ({ value, onChange }: Props) => (
  <ProseInput rows={12} value={String(value ?? '')} onChange={onChange} />
)
const Blank = ({ value, onChange }: Props) => (
  <TextInput
    value={String(value ?? '')}
    onChange={(typed) => onChange(typed === '' ? null : typed)}
  />
)
const Email = ({ value, onChange }: Props) => (
  <TextInput inputMode="email" value={String(value ?? '')} onChange={onChange} />
)
const Url = ({ value, onChange }: Props) => (
  <TextInput inputMode="url" value={String(value ?? '')} onChange={onChange} />
)
const Day = ({ value, onChange }: Props) => (
  <DayInput value={value as string | null} onChange={onChange} />
)
const Answer = ({ value, onChange }: Props) => (
  <YesNo value={value as boolean | null} onChange={onChange} />
)

function Count({ value, onChange }: Props) {
  const written = (typed: string) =>
    typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : typed
  return (
    <TextInput
      inputMode="numeric"
      value={String(value ?? '')}
      onChange={(typed) => onChange(written(typed))}
    />
  )
}

function Choice({ field, value, onChange }: Props) {
  return (
    <Select
      value={value as string | null}
      options={useOptions(optionsOf(field))}
      onChange={onChange}
    />
  )
}

function Choices({ field, label, value, onChange }: Props) {
  const options = useOptions(optionsOf(field))
  const chosen = value as readonly string[]
  if (isGroup(field)) return <Checks value={chosen} options={options} onChange={onChange} />
  const items = options.map((option) => ({ id: option.value, label: option.label }))
  return <Several items={items} label={label} value={chosen} onChange={onChange} />
}

function Country({ label, value, onChange }: Props) {
  const items = useCountries()
  return (
    <ComboBox
      label={label}
      value={items.find((item) => item.id === value) ?? null}
      search={(query) => matching(items, query)}
      onChange={(item) => onChange(item?.id ?? null)}
    />
  )
}

function Countries({ label, value, onChange }: Props) {
  return (
    <Several
      items={useCountries()}
      label={label}
      value={value as readonly string[]}
      onChange={onChange}
    />
  )
}

function Several({
  items,
  label,
  value,
  onChange,
}: {
  items: readonly Item[]
  label: string
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}) {
  return (
    <MultiSelect
      label={label}
      value={value.map((id) => items.find((item) => item.id === id) ?? { id, label: id })}
      search={(query) => matching(items, query)}
      onChange={(chosen) => onChange(chosen.map((item) => item.id))}
    />
  )
}

function Texts({ label, value, onChange }: Props) {
  const made = (text: string) => ({ id: text, label: text })
  return (
    <MultiSelect
      label={label}
      value={(value as readonly string[]).map(made)}
      search={() => []}
      made={made}
      onChange={(items) => onChange(items.map((item) => item.id))}
    />
  )
}

function Link({ field, label, value, onChange }: Props) {
  const { names, remember } = useNames()
  const id = value as string | null
  if (field.kind !== 'link') return null
  return (
    <ComboBox
      label={label}
      value={id === null ? null : { id, label: names(id) ?? id }}
      search={(query) => searchNoun(field.to, query)}
      onChange={(item) => {
        if (item) remember(item.id, item.label)
        onChange(item?.id ?? null)
      }}
    />
  )
}

function Links({ field, label, value, onChange }: Props) {
  const { names, remember } = useNames()
  if (field.kind !== 'links') return null
  return (
    <MultiSelect
      label={label}
      value={(value as readonly string[]).map((id) => ({ id, prefix: id, label: names(id) ?? id }))}
      search={(query) => searchNoun(field.to, query)}
      onChange={(items) => {
        for (const item of items) remember(item.id, item.label)
        onChange(items.map((item) => item.id))
      }}
    />
  )
}

function PersonInput({ value, onChange }: Props) {
  const { names } = useNames()
  const written = value ? personText(value as Person, names) : ''
  return (
    <TextInput
      value={written}
      onChange={(typed) => onChange(typed === '' ? null : { text: typed })}
    />
  )
}

function ReferenceInput({ label, value, onChange }: Props) {
  const { names, remember } = useNames()
  const now = value as Reference | null
  const made = (text: string): Item => ({ id: text, label: text })
  const say = useSay()
  return (
    <ComboBox
      label={label}
      placeholder={say(words.reference)}
      value={
        now
          ? { id: 'document' in now ? now.document : 'text', label: referenceText(now, names) }
          : null
      }
      search={(query) => searchNoun('document', query)}
      made={made}
      onChange={(item) => {
        if (!item) return onChange(null)
        if (item.prefix) remember(item.id, item.label)
        return onChange(item.prefix ? { document: item.id } : typedReference(item.id))
      }}
    />
  )
}

const typedReference = (text: string): Reference =>
  /^https?:\/\//i.test(text) ? { url: text } : { text }

const inputs = {
  text: Words,
  prose: Lines,
  wording: Whole,
  email: Email,
  url: Url,
  texts: Texts,
  choice: Choice,
  choices: Choices,
  yesNo: Answer,
  count: Count,
  day: Day,
  partialDay: Blank,
  country: Country,
  countries: Countries,
  subdivision: Blank,
  timeZone: Blank,
  sha256: Blank,
  person: PersonInput,
  reference: ReferenceInput,
  link: Link,
  links: Links,
} satisfies Record<CellKind, ComponentType<Props>>

const words = {
  reference: both('A document, an address, or text', 'Un document, une adresse ou un texte'),
}

const optionsOf = (field: Cell): Options =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options : {}

function useOptions(options: Options) {
  const say = useSay()
  return Object.entries(options).map(([value, text]: [string, Text]) => ({
    value,
    label: say(text),
  }))
}

const countryItems = new Map<Language, readonly Item[]>()
function useCountries(): readonly Item[] {
  const language = useLanguage()
  const known = countryItems.get(language)
  if (known) return known
  const items = countryCodes
    .map((code) => ({ id: code, prefix: code, label: countryName(code, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  countryItems.set(language, items)
  return items
}

const matching = (items: readonly Item[], query: string) => {
  const wanted = plain(query)
  return items
    .filter((item) => plain(item.label).includes(wanted) || item.id.toLowerCase() === wanted)
    .slice(0, 50)
}
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
