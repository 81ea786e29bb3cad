import type { ApprovalRules, SignOffTitle } from '@ropewalk/domain/approvals/approval-settings.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { peopleFound } from '../approvals/people-found.ts'
import { approvalSettingWords as words } from './approval-words.ts'

type Props = {
  rules: ApprovalRules
  mayChange: boolean
  people: readonly { id: string; name: string }[]
  onChange: (some: Partial<ApprovalRules>) => void
}

/** The titles that people sign under, and who holds each. */
export function SignOffTitles({ rules, mayChange, people, onChange }: Props) {
  const say = useSay()
  const { list } = useFormats()
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? id
  const { titles } = rules
  const set = (index: number, some: Partial<SignOffTitle>) =>
    onChange({ titles: titles.map((each, at) => (at === index ? { ...each, ...some } : each)) })
  return (
    <section aria-labelledby="titles">
      <h2 id="titles">{say(words.titles)}</h2>
      <p>{say(words.titlesHint)}</p>
      {titles.length === 0 && <p>{say(words.noTitles)}</p>}
      {!mayChange && (
        <ul>
          {titles.map(({ id, title, holders }) => (
            <li key={id}>
              <bdi>{title}</bdi>: {list(holders.map(nameOf)) || say(words.nobody)}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <>
          <div className="titles">
            {titles.map(({ id, title, holders }, index) => (
              <div key={id}>
                <Field label={say(words.title, { n: index + 1 })}>
                  <TextInput
                    value={title}
                    required
                    maxLength={200}
                    onChange={(value) => set(index, { title: value })}
                  />
                </Field>
                <Field label={say(words.holders)}>
                  <MultiSelect
                    label={say(words.holdersOf, { title })}
                    placeholder={holders.length === 0 ? say(words.nobody) : ''}
                    value={holders.map((holder) => ({ id: holder, label: nameOf(holder) }))}
                    onChange={(items) => set(index, { holders: items.map((each) => each.id) })}
                    search={(query) => peopleFound(people, query)}
                  />
                </Field>
                <Button
                  small
                  look="quiet"
                  onClick={() => onChange({ titles: titles.filter((_, at) => at !== index) })}
                >
                  {say(words.removeTitle, { title })}
                </Button>
              </div>
            ))}
          </div>
          {titles.length < 20 && (
            <Button
              small
              onClick={() =>
                onChange({
                  titles: [...titles, { id: crypto.randomUUID(), title: '', holders: [] }],
                })
              }
            >
              {say(words.addTitle)}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

/** Which titles an approval of each noun needs. */
export function RequiredTitles({ rules, mayChange, onChange }: Props) {
  const say = useSay()
  const { list } = useFormats()
  const { titles, required } = rules
  if (titles.length === 0) return null
  return (
    <section aria-labelledby="required-titles">
      <h2 id="required-titles">{say(words.required)}</h2>
      <p>{say(words.requiredHint)}</p>
      {nounKeys.map((noun) => {
        const needed = titles.filter(({ id }) => required[noun]?.includes(id))
        const said = list(needed.map(({ title }) => title)) || say(words.none)
        return mayChange ? (
          <details key={noun}>
            <summary>
              {say(nouns[noun].many)} <span className="muted">{said}</span>
            </summary>
            <Field label={say(nouns[noun].many)} group>
              <Checks
                value={required[noun] ?? []}
                options={titles.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(ids) => onChange({ required: { ...required, [noun]: ids } })}
              />
            </Field>
          </details>
        ) : (
          <p key={noun}>
            {say(nouns[noun].many)}: {said}
          </p>
        )
      })}
    </section>
  )
}
