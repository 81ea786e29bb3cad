import { answeredByContacts } from '@ropewalk/domain/derived/officer.ts'
import { organisationFields } from '@ropewalk/domain/organisation.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { CellValue } from '../../fields/cell-value.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { addressOf, asRecord } from '../../noun-api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { organisationWords as words } from './words.ts'

const shown = [
  'address',
  'country',
  'email',
  'website',
  'dpo',
  'timeZone',
  'noticeDays',
  'objectionDays',
] as const

/** Whose register this is, in short; it is changed on its record. */
export function OrganisationTab() {
  const say = useSay()
  const { data, error, isPending } = useQuery(trpc.organisations.list.queryOptions({ limit: 20 }))
  if (isPending) return <SkeletonPage />
  return (
    <>
      <FormTrouble error={error} />
      {data?.rows.length === 0 && (
        <Empty title={say(words.none)} acts={<Link to="/">{say(words.begin)}</Link>} />
      )}
      {data?.rows.map((organisation) => (
        <section key={organisation.id} aria-labelledby={organisation.id}>
          <h2 id={organisation.id}>
            <bdi>{organisation.name || organisation.id}</bdi>
          </h2>
          <p>{say(words.hint)}</p>
          <dl className="kv max-w-measure">
            {shown.map((key) => (
              <div key={key} className="contents">
                <dt>{say(organisationFields[key].label)}</dt>
                <dd className="whitespace-pre-line">
                  {organisation[key] ? (
                    <CellValue field={organisationFields[key]} value={organisation[key]} />
                  ) : answeredByContacts(asRecord(organisation), key) ? (
                    <bdi>{answeredByContacts(asRecord(organisation), key)}</bdi>
                  ) : (
                    <span className="ns">
                      {say(answerWords[organisation.declared[key]?.answer ?? 'notStated'])}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <div className="mt-5">
            <Link className={buttonClass()} to={addressOf('organisation', organisation.id)}>
              {say(words.open)}
            </Link>
          </div>
        </section>
      ))}
    </>
  )
}
