import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { LastCheck } from '../log/last-check.tsx'
import { BackupRule } from './backup-rule.tsx'
import { backupWords as words } from './backup-words.ts'
import { LastBackups } from './last-backups.tsx'

/** What the last backup and its trial came to, beside what the log's check found; and when the next ones are made. */
export function BackupsTab() {
  const say = useSay()
  const { time } = useFormats()
  const mayManage = useMay('backup:manage')
  const { data, error } = useQuery({
    ...trpc.backups.read.queryOptions(undefined),
    refetchInterval: ({ state }) => (state.data?.running ? 1_000 : false),
  })
  const ask = useMutation(
    trpc.backups.ask.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.backups.read.queryFilter()),
    }),
  )
  const begin = (what: 'make' | 'try') => () => ask.mutate({ what })
  const isBusy = ask.isPending || Boolean(data?.running)
  return (
    <>
      <section aria-labelledby="backups">
        <h2 id="backups">{say(words.title)}</h2>
        <p>
          {say(words.hint)} {say(words.keyHint)}
        </p>
        <FormTrouble error={error} />
        {data && <LastBackups backups={data} />}
        <div role="status" className="mt-4">
          {data?.running &&
            say(data.running.what === 'make' ? words.making : words.trying, {
              at: time(data.running.since),
            })}
        </div>
        <FormTrouble error={ask.error} />
        {mayManage && (
          <div className="mt-4 flex flex-wrap gap-2">
            <Button look="main" disabled={isBusy} onClick={begin('make')}>
              {say(words.makeNow)}
            </Button>
            <Button disabled={isBusy || !data?.made} onClick={begin('try')}>
              {say(words.tryNow)}
            </Button>
          </div>
        )}
      </section>
      {data && <BackupRule key={data.rule.version} rule={data.rule} mayChange={mayManage} />}
      <section aria-labelledby="backups-log">
        <h2 id="backups-log">{say(words.log)}</h2>
        <LastCheck />
      </section>
    </>
  )
}
