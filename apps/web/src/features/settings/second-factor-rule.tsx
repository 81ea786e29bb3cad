import { roles as allRoles, type Role, roleNames } from '@ropewalk/domain/permissions.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { secondFactorWords as words } from './second-factor-words.ts'
import { settingsWords } from './words.ts'

type Rule = { version: number; roles: Role[] }

/** Which roles require a second factor: read by the auditor, changed by the administrator. */
export function SecondFactorRule() {
  const say = useSay()
  const { list } = useFormats()
  const mayChange = useMay('people:manage')
  const rule = useQuery(trpc.secondFactor.rule.queryOptions(undefined))
  return (
    <section aria-labelledby="second-factor-rule">
      <h2 id="second-factor-rule">{say(words.rule)}</h2>
      <p>{say(words.ruleHint)}</p>
      <FormTrouble error={rule.error} />
      {rule.data && mayChange && <RuleForm key={rule.data.version} rule={rule.data} />}
      {rule.data && !mayChange && (
        <p>{list(rule.data.roles.map((role) => say(roleNames[role]))) || say(words.ruleNone)}</p>
      )}
    </section>
  )
}

function RuleForm({ rule }: { rule: Rule }) {
  const say = useSay()
  const [roles, setRoles] = useState<readonly Role[]>(rule.roles)
  const change = useMutation(
    trpc.secondFactor.changeRule.mutationOptions({
      onSuccess: () => {
        toast(say(settingsWords.saved))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!change.isPending) change.mutate({ version: rule.version, roles: [...roles] })
  }
  return (
    <form onSubmit={submit}>
      <FormTrouble error={change.error} />
      <Field label={say(words.ruleFor)} group>
        <Checks
          value={roles}
          options={allRoles.map((role) => ({ value: role, label: say(roleNames[role]) }))}
          onChange={setRoles}
        />
      </Field>
      <div>
        <Button type="submit" busy={change.isPending} disabled={`${roles}` === `${rule.roles}`}>
          {say(settingsWords.save)}
        </Button>
      </div>
    </form>
  )
}
