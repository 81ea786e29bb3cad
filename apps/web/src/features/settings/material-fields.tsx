import type { ApprovalRules } from '@ropewalk/domain/approvals/approval-settings.ts'
import { isMaterial, isMaterialByDefault } from '@ropewalk/domain/approvals/material.ts'
import { labelAlone } from '@ropewalk/domain/chapters.ts'
import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Checks } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { approvalSettingWords as words } from './approval-words.ts'

type Props = {
  rules: ApprovalRules
  mayChange: boolean
  onChange: (some: Partial<ApprovalRules>) => void
}

/** Which fields lapse an approval when they change, noun by noun. */
export function MaterialFields({ rules, mayChange, onChange }: Props) {
  const say = useSay()
  const { list, number } = useFormats()
  return (
    <section aria-labelledby="material">
      <h2 id="material">{say(words.material)}</h2>
      <p>{say(words.materialHint)}</p>
      {nounKeys.map((noun) => {
        const fields: Fields = nouns[noun].fields
        const options = Object.entries(fields).map(([value, field]) => ({
          value,
          label: say(labelAlone(field)),
        }))
        const chosen = Object.keys(fields).filter((key) => isMaterial(rules, noun, key))
        return (
          <details key={noun}>
            <summary>
              {say(nouns[noun].many)}{' '}
              <span className="muted">
                {say(words.count, { n: number(chosen.length), all: number(options.length) })}
              </span>
            </summary>
            {mayChange ? (
              <Field label={say(nouns[noun].many)} group>
                <Checks
                  value={chosen}
                  options={options}
                  onChange={(keys) =>
                    onChange({ material: { ...rules.material, [noun]: overrides(noun, keys) } })
                  }
                />
              </Field>
            ) : (
              <p>
                {list(
                  options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label),
                )}
              </p>
            )}
          </details>
        )
      })}
    </section>
  )
}

/** What differs from the default alone is kept, so that a field that comes later follows it. */
const overrides = (noun: NounKey, chosen: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(
    Object.keys(nouns[noun].fields).flatMap((key) => {
      const isChosen = chosen.includes(key)
      return isChosen === isMaterialByDefault(noun, key) ? [] : [[key, isChosen]]
    }),
  )
