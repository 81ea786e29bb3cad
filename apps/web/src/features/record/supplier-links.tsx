import { engagements } from '@ropewalk/domain/derived/engagement.ts'
import { certainties } from '@ropewalk/domain/record.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { both } from '@ropewalk/domain/words.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { addressOf } from '../../noun-api.ts'
import { Button } from '../../ui/button.tsx'
import { Provisions } from './provisions.tsx'
import { recordWords } from './words.ts'

const words = {
  title: both('Activities it serves', 'Activités servies'),
  none: both('No activity names this supplier.', 'Aucune activité ne cite ce fournisseur.'),
  activity: both('Activity', 'Activité'),
  is: both('It is', 'Il est'),
  data: both('Data categories', 'Catégories de données'),
  certainty: both('Certainty', 'Certitude'),
  confirmAll: both('Confirm all {n}', 'Confirmer les {n}'),
}

/** What a supplier is, activity by activity: a fact of each link, confirmed here one by one or all at once. */
export function SupplierLinks({ id }: { id: string }) {
  const say = useSay()
  const formats = useFormats()
  const queries = useQueryClient()
  const mayConfirm = useMayWrite()('activity')
  const found = useQuery(trpc.subProcessors.links.queryOptions({ id }))
  const confirm = useMutation(trpc.activities.confirm.mutationOptions())
  const links = found.data?.links ?? []
  const names = found.data?.names ?? {}
  const inferred = links.filter((link) => link.certainty === 'inferred')
  const confirmThese = async (chosen: typeof links) => {
    try {
      for (const [activityId, rows] of Map.groupBy(chosen, (link) => link.activityId))
        await confirm.mutateAsync({
          id: activityId,
          version: rows[0]?.version ?? 1,
          targets: rows.map((row) => ({ field: 'subProcessors', row: row.rowId })),
        })
    } catch {
      // Said above the table: those before it are confirmed.
    } finally {
      await queries.invalidateQueries()
    }
  }
  if (!found.data) return null
  return (
    <section className="ch" id="links" aria-labelledby="h-links">
      <Provisions provisions={['Art. 28', 'Art. 30(1)(d)', 'Art. 30(2)']} />
      <div className="body">
        <div className="hd">
          <h2 id="h-links">{say(words.title)}</h2>
          {mayConfirm && inferred.length > 1 && (
            <Button small busy={confirm.isPending} onClick={() => void confirmThese(inferred)}>
              {say(words.confirmAll, { n: inferred.length })}
            </Button>
          )}
        </div>
        <FormTrouble error={confirm.error} />
        {links.length === 0 ? (
          <p className="unsaid">{say(words.none)}</p>
        ) : (
          <table className="subt">
            <thead>
              <tr>
                <th scope="col">{say(words.activity)}</th>
                <th scope="col">{say(words.is)}</th>
                <th scope="col">{say(words.data)}</th>
                <th scope="col">{say(words.certainty)}</th>
              </tr>
            </thead>
            <tbody>
              {links.map((link) => (
                <tr key={link.rowId}>
                  <td>
                    <Link className="lnk" to={addressOf('activity', link.activityId)}>
                      <bdi>{link.activity || link.activityId}</bdi>
                    </Link>
                  </td>
                  <td className="term">{say(engagements[link.engagedAs])}</td>
                  <td>
                    {link.dataCategories.length > 0
                      ? formats.list(
                          link.dataCategories.map((category) => names[category] ?? category),
                        )
                      : say(answerWords.notStated)}
                  </td>
                  <td className="term">
                    {say(link.certainty ? certainties[link.certainty] : answerWords.notStated)}{' '}
                    {mayConfirm && link.certainty === 'inferred' && (
                      <Button
                        small
                        busy={confirm.isPending}
                        aria-label={say(recordWords.confirmWhat, { what: link.activity })}
                        onClick={() => void confirmThese([link])}
                      >
                        {say(recordWords.confirm)}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}
