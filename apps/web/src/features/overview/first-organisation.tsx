import { organisationFields } from '@ropewalk/domain/organisation.ts'
import { both } from '@ropewalk/domain/words.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { CellInput } from '../../fields/cell-input.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

const asked = ['name', 'address', 'email', 'country', 'timeZone'] as const

/** The first screen of an empty register: whose it is. What is left out stays *not stated*. */
export function FirstOrganisation() {
  const say = useSay()
  const mayWrite = useMayWrite()('organisation')
  const [values, setValues] = useState<Record<(typeof asked)[number], unknown>>({
    name: '',
    address: '',
    email: '',
    country: null,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  const create = useMutation(
    trpc.organisations.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  )
  const trouble = create.error ? troubleIn(create.error, say) : undefined
  const isAbout = (key: string) => trouble?.field?.split('.').at(-1) === key
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ changes: { fields: values } })
  }
  if (!mayWrite)
    return (
      <PageHead title={say(words.empty)}>
        <p>{say(words.wait)}</p>
      </PageHead>
    )
  return (
    <>
      <PageHead title={say(words.title)}>
        <p>{say(words.why)}</p>
      </PageHead>
      <form className="grid max-w-120 gap-5" onSubmit={submit}>
        <FormTrouble
          error={create.error}
          shown={asked.filter(isAbout).map(() => trouble?.field ?? '')}
        />
        {asked.map((key) => {
          const field = organisationFields[key]
          const label = say(field.label)
          return (
            <Field
              key={key}
              label={label}
              hint={'hint' in field ? say(field.hint) : undefined}
              error={isAbout(key) ? trouble?.message : undefined}
            >
              <CellInput
                field={field}
                label={label}
                value={values[key]}
                onChange={(value) => setValues((now) => ({ ...now, [key]: value }))}
              />
            </Field>
          )
        })}
        <div>
          <Button type="submit" look="main" busy={create.isPending}>
            {say(words.begin)}
          </Button>
        </div>
      </form>
      <section className="mt-10 max-w-measure" aria-labelledby="next">
        <h2 id="next">{say(words.next)}</h2>
        <ol className="mt-2 list-decimal ps-5">
          <li>{say(words.nextActivities)}</li>
          <li>{say(words.nextSuppliers)}</li>
          <li>{say(words.nextPeople)}</li>
        </ol>
      </section>
    </>
  )
}

const words = {
  title: both('Whose register is this?', 'De qui est-ce le registre ?'),
  why: both(
    'Art. 30 begins with the name and contact of the organisation. The rest can wait: what you leave out reads “not stated” until you state it.',
    'L’art. 30 commence par le nom et les coordonnées de l’organisation. Le reste peut attendre : ce que vous omettez porte « non indiqué » jusqu’à ce que vous l’indiquiez.',
  ),
  begin: both('Begin the register', 'Ouvrir le registre'),
  next: both('What comes next', 'La suite'),
  nextActivities: both(
    'Add your processing activities, one at a time; each blank becomes a finding with the article that asks.',
    'Ajoutez vos activités de traitement, une à une ; chaque blanc devient un constat avec l’article qui le demande.',
  ),
  nextSuppliers: both(
    'Add the suppliers that process data for you, and publish those you have checked.',
    'Ajoutez les fournisseurs qui traitent des données pour vous, et publiez ceux que vous avez vérifiés.',
  ),
  nextPeople: both(
    'Invite colleagues and your auditor from the settings.',
    'Invitez vos collègues et votre auditeur depuis les paramètres.',
  ),
  empty: both('This register is empty', 'Ce registre est vide'),
  wait: both(
    'It begins when the DPO states whose register it is.',
    'Il commence quand le DPD indique de qui est le registre.',
  ),
}
