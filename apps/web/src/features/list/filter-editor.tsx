import { folded } from '@ropewalk/domain/foreign-text.ts'
import { countryCodes } from '@ropewalk/domain/reference/countries.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { useState } from 'react'
import { searchNoun } from '../../fields/find.ts'
import { useNames } from '../../fields/names.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import type { Item } from '../../ui/combo.ts'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { useRules } from '../../use-rules.ts'
import { useValueNames } from './filter-values.tsx'
import type { Filter, Found } from './filters.ts'
import { listWords as words } from './words.ts'

type Props = {
  filter: Filter
  values: readonly string[]
  onChange: (values: readonly string[]) => void
  onDone: () => void
}

/** The values of one filter; each press is at once what the list shows. */
export function FilterEditor({ filter, values: given, onChange: tell, onDone }: Props) {
  const say = useSay()
  // The address of the list follows a moment later: what was pressed last is known here first.
  const [values, setValues] = useState(given)
  const onChange = (now: readonly string[]) => {
    setValues(now)
    tell(now)
  }
  const known = new Set(filter.options.map((option) => option.value))
  const picked = values.filter((value) => known.has(value))
  const found = values.filter((value) => !known.has(value))
  return (
    <div className="grid gap-3 p-3">
      <h2 className="text-3">{say(filter.label)}</h2>
      {filter.finds.map((each) => (
        <FoundValues
          key={each.kind === 'noun' ? each.noun : each.kind}
          filter={filter}
          found={each}
          values={found}
          onChange={(now) => onChange([...now, ...picked])}
        />
      ))}
      {filter.options.length > 0 && (
        <Field group label={say(filter.finds.length > 0 ? words.or : words.oneOf)}>
          <Checks
            value={picked}
            options={filter.options.map(({ value, label }) => ({ value, label: say(label) }))}
            onChange={(now) => onChange([...found, ...now])}
          />
        </Field>
      )}
      <div className="acts justify-end">
        <Button small onClick={onDone}>
          {say(words.done)}
        </Button>
      </div>
    </div>
  )
}

function FoundValues({
  filter,
  found,
  values,
  onChange,
}: {
  filter: Filter
  found: Found
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}) {
  const say = useSay()
  const nameOf = useValueNames(filter, values)
  const { remember } = useNames()
  const search = useSearch(found)
  const label = say(words.filterBy, { name: say(filter.label) })
  return (
    <Field label={say(words.byName)}>
      <MultiSelect<Item>
        label={label}
        value={values.map((id) => ({ id, label: nameOf(id) }))}
        search={search}
        onChange={(items) => {
          for (const item of items) if (found.kind === 'noun') remember(item.id, item.label)
          onChange(items.map((item) => item.id))
        }}
      />
    </Field>
  )
}

function useSearch(found: Found) {
  const language = useLanguage()
  const say = useSay()
  const rules = useRules(found.kind === 'rule')
  return (query: string): readonly Item[] | Promise<readonly Item[]> => {
    if (found.kind === 'noun') return searchNoun(found.noun, query)
    const items =
      found.kind === 'country'
        ? countryCodes.map((code) => ({ id: code, label: countryName(code, language) }))
        : Object.values(rules ?? {}).map(({ id, title, provision }) => ({
            id,
            label: say(title),
            hint: provision,
          }))
    return items
      .filter((item) => folded(item.label).includes(folded(query.trim())))
      .toSorted((one, other) => one.label.localeCompare(other.label, language))
      .slice(0, 50)
  }
}
