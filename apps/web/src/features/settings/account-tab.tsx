import { roleNames } from '@ropewalk/domain/permissions.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { chooseLanguage, languageNames, useLanguage, useSay } from '../../language.ts'
import { useMay, useMe } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnSecondFactor } from './own-second-factor.tsx'
import { OwnTokens } from './own-tokens.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import { Sessions } from './sessions.tsx'
import { settingsWords, accountWords as words } from './words.ts'

/** One's own name, language, password, second factor, tokens and sessions. */
export function AccountTab() {
  const say = useSay()
  const mayHaveTokens = useMay('own-tokens:manage')
  return (
    <>
      <section aria-labelledby="you">
        <h2 id="you">{say(words.you)}</h2>
        <NameAndLanguage />
      </section>
      <section aria-labelledby="own-password">
        <h2 id="own-password">{say(words.password)}</h2>
        <OwnPassword />
      </section>
      <section aria-labelledby="own-second-factor">
        <h2 id="own-second-factor">{say(secondFactorWords.title)}</h2>
        <OwnSecondFactor />
      </section>
      {mayHaveTokens && (
        <section aria-labelledby="own-tokens">
          <h2 id="own-tokens">{say(settingsWords.ownTokens)}</h2>
          <OwnTokens />
        </section>
      )}
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">{say(words.sessions)}</h2>
        <Sessions />
      </section>
    </>
  )
}

function NameAndLanguage() {
  const say = useSay()
  const { list } = useFormats()
  const me = useMe()
  const spoken = useLanguage()
  const [name, setName] = useState(me.name)
  const done = {
    onSuccess: () => {
      toast(say(settingsWords.saved))
      return queryClient.invalidateQueries()
    },
  }
  const rename = useMutation(trpc.people.changeOwnName.mutationOptions(done))
  const speak = useMutation(trpc.people.changeOwnLanguage.mutationOptions(done))
  const trouble = rename.error ? troubleIn(rename.error, say) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rename.mutate({ name })
  }
  return (
    <>
      <dl className="kv my-4">
        <dt>{say(words.email)}</dt>
        <dd>
          <bdi>{me.email}</bdi>
        </dd>
        <dt>{say(words.roles)}</dt>
        <dd>{list(me.roles.map((role) => say(roleNames[role])))}</dd>
      </dl>
      <form onSubmit={submit}>
        <Field label={say(words.name)} hint={say(words.nameHint)} error={trouble?.message}>
          <TextInput value={name} onChange={setName} autoComplete="name" required />
        </Field>
        <div>
          <Button type="submit" busy={rename.isPending} disabled={name === me.name}>
            {say(settingsWords.save)}
          </Button>
        </div>
      </form>
      <div className="mt-5">
        <FormTrouble error={speak.error} />
        <Field label={say(words.language)} hint={say(words.languageHint)} group>
          <Radios
            value={spoken}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(language) => {
              chooseLanguage(language)
              speak.mutate({ language })
            }}
          />
        </Field>
      </div>
    </>
  )
}
