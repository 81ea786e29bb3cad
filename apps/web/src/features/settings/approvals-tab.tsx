import './approvals-tab.css'
import { type ApprovalRules, fourEyes } from '@ropewalk/domain/approvals/approval-settings.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { approvalSettingWords as words } from './approval-words.ts'
import { MaterialFields } from './material-fields.tsx'
import { RequiredTitles, SignOffTitles } from './sign-off-titles.tsx'
import { settingsWords } from './words.ts'

/** How approvals work: read by everybody, changed by the administrator. */
export function ApprovalsTab() {
  const say = useSay()
  const settings = useQuery(trpc.approvals.settings.queryOptions(undefined))
  if (settings.isPending) return <SkeletonPage />
  return (
    <>
      <p className="mb-6 max-w-measure text-ink-2">{say(words.hint)}</p>
      <FormTrouble error={settings.error} />
      {settings.data && <Rules key={settings.data.version} saved={settings.data} />}
    </>
  )
}

const eyes = Object.keys(fourEyes) as (keyof typeof fourEyes)[]

function Rules({ saved: { version, ...saved } }: { saved: ApprovalRules & { version: number } }) {
  const say = useSay()
  const mayChange = useMay('approval:settings')
  const [rules, setRules] = useState<ApprovalRules>(saved)
  const people = useQuery(trpc.people.names.queryOptions(undefined))
  const change = useMutation(
    trpc.approvals.changeSettings.mutationOptions({
      onSuccess: () => {
        toast(say(settingsWords.saved))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const set = (some: Partial<ApprovalRules>) => setRules((now) => ({ ...now, ...some }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!change.isPending) change.mutate({ version, ...sendable(rules) })
  }
  const shown = { rules, mayChange, onChange: set, people: people.data ?? [] }
  return (
    <form className="approval-rules" onSubmit={submit}>
      <section aria-labelledby="four-eyes">
        <h2 id="four-eyes">{say(words.fourEyes)}</h2>
        <p>{say(words.fourEyesHint)}</p>
        {mayChange ? (
          <Field label={say(words.fourEyes)} group>
            <Radios
              value={rules.fourEyes}
              options={eyes.map((value) => ({ value, label: say(fourEyes[value]) }))}
              onChange={(value) => set({ fourEyes: value })}
            />
          </Field>
        ) : (
          <p>{say(fourEyes[rules.fourEyes])}</p>
        )}
      </section>
      <SignOffTitles {...shown} />
      <RequiredTitles {...shown} />
      <MaterialFields {...shown} />
      {mayChange && (
        <div>
          <FormTrouble error={change.error} />
          <Button
            type="submit"
            look="main"
            busy={change.isPending}
            disabled={JSON.stringify(rules) === JSON.stringify(saved)}
          >
            {say(settingsWords.save)}
          </Button>
        </div>
      )}
    </form>
  )
}

/** As the verb takes it: lists of its own, and no title required that is gone. */
function sendable({ fourEyes: eyesKept, titles, required, material }: ApprovalRules) {
  const ids = new Set(titles.map(({ id }) => id))
  return {
    fourEyes: eyesKept,
    titles: titles.map(({ id, title, holders }) => ({ id, title, holders: [...holders] })),
    required: Object.fromEntries(
      Object.entries(required).map(([noun, each]) => [noun, each.filter((id) => ids.has(id))]),
    ),
    material,
  }
}
