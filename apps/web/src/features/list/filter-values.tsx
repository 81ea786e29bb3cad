import type { NounKey } from '@ropewalk/domain/field.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { say } from '@ropewalk/domain/words.ts'
import { useQueries } from '@tanstack/react-query'
import { useNames } from '../../fields/names.tsx'
import { useLanguage } from '../../language.ts'
import { apiOf } from '../../noun-api.ts'
import { useRules } from '../../use-rules.ts'
import type { Filter } from './filters.ts'

/** How the values of a filter are called; an id until its name is known. */
export function useValueNames(
  filter: Filter,
  values: readonly string[],
): (value: string) => string {
  const language = useLanguage()
  const { names } = useNames()
  const options = new Map(filter.options.map((option) => [option.value, option.label]))
  const strange = values.filter((value) => !options.has(value))
  const rules = useRules(filter.finds.some((found) => found.kind === 'rule'))
  const isCountry = filter.finds.some((found) => found.kind === 'country')
  const noun = filter.finds.find((found) => found.kind === 'noun')?.noun
  const found = useNamesOf(noun, noun ? strange.filter((id) => isId(id) && !names(id)) : [])
  return (value) => {
    const option = options.get(value)
    if (option) return say(option, language)
    if (isId(value)) return names(value) ?? found.get(value) ?? value
    const rule = rules?.[value]
    if (rule) return say(rule.title, language)
    return isCountry && isCountryCode(value) ? countryName(value, language) : value
  }
}

const isId = (value: string) => /^[A-Z]{2,3}-\d{4,}$/.test(value)
const isCountryCode = (value: string) => /^[A-Z]{2}$/.test(value)

function useNamesOf(noun: NounKey | undefined, ids: readonly string[]): Map<string, string> {
  const answers = useQueries({
    queries: ids.map((id) => ({
      ...apiOf(noun ?? 'activity').read.queryOptions({ id }),
      staleTime: 60_000,
      retry: false,
    })),
  })
  return new Map(
    answers.flatMap(({ data }) => (data ? [[data.record.id, data.record.name] as const] : [])),
  )
}
