import { countryName } from '@ropewalk/domain/values.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { ReferenceDialog, type ReferenceEntry, RemoveReference } from './reference-dialogs.tsx'
import { referenceWords as words } from './reference-words.ts'
import { settingsWords } from './words.ts'

type Asked =
  | { kind: 'change'; entry: ReferenceEntry }
  | { kind: 'add'; of: ReferenceEntry['kind'] }
  | { kind: 'remove'; entry: ReferenceEntry }

/** Membership of the EEA and adequacy decisions, with their dates. */
export function ReferenceTab() {
  const say = useSay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const list = useQuery(trpc.reference.list.queryOptions(undefined))
  const close = () => setAsked(null)
  return (
    <>
      <p className="mb-6 max-w-measure text-ink-2">{say(words.hint)}</p>
      <FormTrouble error={list.error} />
      {list.isPending && <SkeletonPage />}
      {list.data && (
        <>
          <Entries of="adequacy" all={list.data} onAsk={setAsked} />
          <Entries of="eea" all={list.data} onAsk={setAsked} />
        </>
      )}
      {asked?.kind === 'change' && (
        <ReferenceDialog of={asked.entry.kind} entry={asked.entry} onClose={close} />
      )}
      {asked?.kind === 'add' && <ReferenceDialog of={asked.of} onClose={close} />}
      {asked?.kind === 'remove' && <RemoveReference entry={asked.entry} onClose={close} />}
    </>
  )
}

type Props = {
  of: ReferenceEntry['kind']
  all: readonly (Omit<ReferenceEntry, 'kind'> & { kind: string })[]
  onAsk: (asked: Asked) => void
}

function Entries({ of, all, onAsk }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { shortDay } = useFormats()
  const mayWrite = useMay('reference:write')
  const entries = all
    .filter(({ kind }) => kind === of)
    .map((entry) => ({ entry: { ...entry, kind: of }, name: countryName(entry.country, language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
  return (
    <section aria-labelledby={`reference-${of}`}>
      <h2 id={`reference-${of}`}>{say(words[of])}</h2>
      {mayWrite && (
        <p>
          <Button small onClick={() => onAsk({ kind: 'add', of })}>
            {say(words.add)}
          </Button>
        </p>
      )}
      <PlainTable
        label={say(words[of])}
        heads={[
          say(words.country),
          say(words.from),
          say(words.until),
          ...(of === 'adequacy' ? [say(words.scope)] : []),
          say(words.source),
        ]}
        acts={mayWrite ? say(settingsWords.acts) : undefined}
        rows={entries.map(({ entry, name }) => ({
          key: entry.id,
          cells: [
            <>
              {name} <span className="id">{entry.country}</span>
            </>,
            <Day key="from">{shortDay(entry.from)}</Day>,
            <Day key="until">{entry.until ? shortDay(entry.until) : say(settingsWords.noEnd)}</Day>,
            ...(of === 'adequacy' ? [entry.scope || say(words.everyone)] : []),
            entry.source,
            ...(mayWrite
              ? [
                  <span key="acts" className="flex gap-1">
                    <Button
                      small
                      aria-label={say(words.changeOf, { country: name })}
                      onClick={() => onAsk({ kind: 'change', entry })}
                    >
                      {say(words.change)}
                    </Button>
                    <Button
                      small
                      look="quiet"
                      aria-label={say(words.removeOf, { country: name })}
                      onClick={() => onAsk({ kind: 'remove', entry })}
                    >
                      {say(words.remove)}
                    </Button>
                  </span>,
                ]
              : []),
          ],
        }))}
      />
    </section>
  )
}

const Day = ({ children }: { children: string }) => (
  <span className="whitespace-nowrap">{children}</span>
)
