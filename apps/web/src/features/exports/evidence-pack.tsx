import { both } from '@ropewalk/domain/words.ts'
import { useState } from 'react'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput } from '../../ui/inputs.tsx'
import { Progress } from '../../ui/states.tsx'
import { type PackJob, usePack } from './use-pack.ts'

/** The evidence pack of a period: one ZIP for an auditor, made while others go on working. */
export function EvidencePack() {
  const mayExport = useMay('register:export')
  const mayReadHistory = useMay('history:read')
  const mayReadAccess = useMay('access:read')
  return mayExport && mayReadHistory && mayReadAccess ? <PackForm /> : null
}

function PackForm() {
  const say = useSay()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const { job, error, starting, cancelling } = usePack()
  const trouble = starting.error ? troubleIn(starting.error, say) : undefined
  const told = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  const isBusy = starting.isPending || job?.state === 'running'
  return (
    <section className="exports" aria-labelledby="pack">
      <h2 id="pack">{say(words.title)}</h2>
      <p>{say(words.what)}</p>
      <form
        className="mt-3 mb-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (from && to && !isBusy) starting.mutate({ from, to })
        }}
      >
        <Field label={say(words.from)} error={told('from')}>
          <DayInput value={from} onChange={setFrom} />
        </Field>
        <Field label={say(words.to)} error={told('to')}>
          <DayInput value={to} onChange={setTo} />
        </Field>
        <Button type="submit" look="main" busy={isBusy} disabled={!from || !to}>
          {say(words.make)}
        </Button>
      </form>
      <FormTrouble error={starting.error ?? cancelling.error ?? error} shown={['from', 'to']} />
      {job?.state === 'running' && (
        <Running job={job} busy={cancelling.isPending} onCancel={() => cancelling.mutate()} />
      )}
      {/* Says that it began and what came of it, not each file on the way. */}
      <div role="status">
        {starting.isPending && <p className="muted">{say(words.starting)}</p>}
        {!starting.isPending && job && <Made job={job} />}
      </div>
    </section>
  )
}

function usePeriod() {
  const say = useSay()
  const { day } = useFormats()
  return ({ from, to }: PackJob) => say(words.period, { from: day(from), to: day(to) })
}

function Running({ job, busy, onCancel }: { job: PackJob; busy: boolean; onCancel: () => void }) {
  const say = useSay()
  const { number } = useFormats()
  const period = usePeriod()(job)
  const { done, of, file } = job.progress
  return (
    <>
      <Progress
        label={say(words.running, { n: done, of: number(of), period })}
        done={done}
        of={of}
        {...(busy ? {} : { onCancel })}
        cancel={say(words.cancel)}
      />
      <p className="muted text-2">{file}</p>
    </>
  )
}

function Made({ job }: { job: PackJob }) {
  const say = useSay()
  const { number, time } = useFormats()
  const period = usePeriod()(job)
  const { state, download, bytes, sha256, keptUntil, message } = job
  if (state === 'running') return <p className="sr-only">{say(words.begun, { period })}</p>
  if (state === 'cancelled') return <p className="muted">{say(words.cancelled)}</p>
  if (state === 'failed' || !download) return <p>{message ?? say(words.failed)}</p>
  return (
    <div className="grid max-w-105 gap-1">
      <p>{say(words.done, { period, size: number(Math.ceil((bytes ?? 0) / 1024)) })}</p>
      <p className="links">
        <a className={buttonClass()} href={download} download>
          {say(words.download)}
        </a>
      </p>
      <p className="muted text-2 break-all">SHA-256 {sha256}</p>
      {keptUntil && <p className="muted text-2">{say(words.kept, { at: time(keptUntil) })}</p>}
    </div>
  )
}

const words = {
  title: both('Evidence pack', 'Dossier de preuves'),
  what: both(
    'Everything an auditor asks of a period in one ZIP: every dataset as of its end with what was added, changed and removed in it, what each column means, counts that add up, the signed log, and a page that checks all of it without this server.',
    'Tout ce qu’un auditeur demande sur une période, en un ZIP : chaque jeu de données à sa fin avec ce qui y a été ajouté, modifié et retiré, le sens de chaque colonne, des comptes qui concordent, le journal signé, et une page qui vérifie le tout sans ce serveur.',
  ),
  from: both('First day', 'Premier jour'),
  to: both('Last day', 'Dernier jour'),
  make: both('Make the pack', 'Créer le dossier'),
  starting: both('Starting…', 'Démarrage…'),
  period: both('{from} to {to}', 'du {from} au {to}'),
  running: both('File {n} of {of}: {period}', 'Fichier {n} sur {of} : {period}'),
  begun: both(
    'The pack is being made: {period}.',
    'Le dossier est en cours de création : {period}.',
  ),
  cancel: both('Cancel', 'Annuler'),
  cancelled: both(
    'The pack was cancelled: nothing of it was kept.',
    'Le dossier a été annulé : rien n’en a été conservé.',
  ),
  failed: both('The pack could not be made.', 'Le dossier n’a pas pu être créé.'),
  done: both(
    'The pack is made: {period}, {size} kB.',
    'Le dossier est prêt : {period}, {size} ko.',
  ),
  download: both('Download the pack', 'Télécharger le dossier'),
  kept: both('Kept for you until {at}.', 'Conservé pour vous jusqu’au {at}.'),
} as const
