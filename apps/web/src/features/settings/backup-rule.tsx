import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { backupWords as words } from './backup-words.ts'
import { settingsWords } from './words.ts'

type Rule = { version: number; everyHours: number; keep: number }

const usual = [0, 6, 12, 24, 168]

/** How often a backup is made and how many are kept: read by the auditor, changed by the administrator. */
export function BackupRule({ rule, mayChange }: { rule: Rule; mayChange: boolean }) {
  const say = useSay()
  const every = useEvery()
  return (
    <section aria-labelledby="backup-rule">
      <h2 id="backup-rule">{say(words.when)}</h2>
      {mayChange ? (
        <RuleForm rule={rule} />
      ) : (
        <p>{say(words.keeps, { every: every(rule.everyHours), n: rule.keep })}</p>
      )}
    </section>
  )
}

function useEvery() {
  const say = useSay()
  return (hours: number) => {
    if (hours === 0) return say(words.off)
    if (hours === 24) return say(words.daily)
    return hours === 168 ? say(words.weekly) : say(words.hourly, { n: hours })
  }
}

function RuleForm({ rule }: { rule: Rule }) {
  const say = useSay()
  const label = useEvery()
  const [everyHours, setEvery] = useState(rule.everyHours)
  const [keep, setKeep] = useState(String(rule.keep))
  const change = useMutation(
    trpc.backups.changeRule.mutationOptions({
      onSuccess: () => {
        toast(say(settingsWords.saved))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!change.isPending) change.mutate({ version: rule.version, everyHours, keep: Number(keep) })
  }
  const hours = usual.includes(rule.everyHours) ? usual : [...usual, rule.everyHours]
  return (
    <form onSubmit={submit}>
      <FormTrouble error={change.error} />
      <Field label={say(words.every)}>
        <Select
          value={String(everyHours)}
          none={null}
          options={hours.map((each) => ({ value: String(each), label: label(each) }))}
          onChange={(value) => setEvery(Number(value))}
        />
      </Field>
      <Field label={say(words.keep)} hint={say(words.keepHint)}>
        <TextInput value={keep} inputMode="numeric" onChange={setKeep} />
      </Field>
      <div>
        <Button
          type="submit"
          busy={change.isPending}
          disabled={everyHours === rule.everyHours && keep === String(rule.keep)}
        >
          {say(settingsWords.save)}
        </Button>
      </div>
    </form>
  )
}
