import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { PlainTable } from '../../ui/plain-table.tsx'
import { settingsWords, mailWords as words } from './words.ts'

/** The mails that no mail server took, for the administrator to hand on. */
export function MailsTab() {
  const say = useSay()
  const { time } = useFormats()
  const { data, error } = useQuery(trpc.mails.list.queryOptions(undefined))
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{say(settingsWords.mails)}</h2>
      <FormTrouble error={error} />
      {data !== undefined && <p>{say(data ? words.hint : words.sent)}</p>}
      {data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      {data && data.length > 0 && (
        <PlainTable
          label={say(settingsWords.mails)}
          heads={[say(words.subject), say(words.to), say(words.at)]}
          rows={data.map(({ file, to, subject, at }) => ({
            key: file,
            cells: [
              <a key="subject" href={`/api/mails/${file}`} download>
                <bdi>{subject}</bdi>
              </a>,
              <bdi key="to">{to}</bdi>,
              time(at),
            ],
          }))}
        />
      )}
    </section>
  )
}
