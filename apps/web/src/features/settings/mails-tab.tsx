import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { PlainTable } from '../../ui/plain-table.tsx'
import { mailWords as words } from './mail-words.ts'
import { Outbox } from './outbox.tsx'
import { settingsWords } from './words.ts'

/** The mails that no mail server took, for the administrator to hand on, and what became of every mail. */
export function MailsTab() {
  const say = useSay()
  const kept = useQuery(trpc.mails.kept.queryOptions(undefined))
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{say(settingsWords.mails)}</h2>
      <FormTrouble error={kept.error} />
      {kept.data !== undefined && <p>{say(kept.data ? words.keeps : words.sends)}</p>}
      {kept.data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      {kept.data && kept.data.length > 0 && <KeptMails files={kept.data} />}
      <Outbox />
    </section>
  )
}

type KeptFile = { file: string; to: string; subject: string; at: string }

function KeptMails({ files }: { files: readonly KeptFile[] }) {
  const say = useSay()
  const { time } = useFormats()
  return (
    <PlainTable
      label={say(words.files)}
      heads={[say(words.subject), say(words.to), say(words.at)]}
      rows={files.map(({ file, to, subject, at }) => ({
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
  )
}
