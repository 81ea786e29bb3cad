import './exports.css'
import { both, type Language, languages } from '@ropewalk/domain/words.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { asOfAddress } from '../../as-of.ts'
import { useFormats } from '../../formats.ts'
import { PageHead } from '../../frame/page-head.tsx'
import { languageNames, useLanguage, useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { type ExportFacts, exportGroups } from './datasets.ts'
import { EvidencePack } from './evidence-pack.tsx'
import { ReportList } from './report-list.tsx'
import { useRowCounts } from './use-counts.ts'
import { WholeRegister } from './whole-register.tsx'

/** Every dataset as a file, with what it is and who asks for it. */
export function AllExports() {
  const say = useSay()
  const { permissions } = useMe()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const countOf = useRowCounts()
  return (
    <>
      <PageHead title={say(words.title)}>
        <p>{say(words.intro)}</p>
      </PageHead>
      <div className="mb-6">
        <Field label={say(words.language)} hint={say(words.languageHint)} group>
          <Radios
            value={language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={setLanguage}
          />
        </Field>
      </div>
      <EvidencePack />
      <ReportList language={language} />
      {exportGroups.map(({ name, datasets }) => (
        <section key={name.en} className="exports">
          <h2>{say(name)}</h2>
          <ul>
            {datasets
              .filter(({ needs }) => !needs || permissions.includes(needs))
              .map((facts) => (
                <Dataset
                  key={facts.key}
                  facts={facts}
                  language={language}
                  count={countOf(facts.key)}
                />
              ))}
          </ul>
        </section>
      ))}
      <WholeRegister />
      <section className="exports" aria-labelledby="reconciliation">
        <h2 id="reconciliation">{say(words.reconciliation)}</h2>
        <p>
          {say(words.reconciliationHint)} <Link to="/reconciliation">{say(words.reconcile)}</Link>
        </p>
      </section>
      <section className="exports" aria-labelledby="programs">
        <h2 id="programs">{say(words.programs)}</h2>
        <p>
          {say(words.programsHint)}{' '}
          {permissions.includes('tokens:manage') ? (
            <Link to="/settings" search={{ tab: 'tokens' }}>
              {say(words.makeToken)}
            </Link>
          ) : (
            say(words.askToken)
          )}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone */}
        <pre tabIndex={0}>
          {`curl -H "Authorization: Bearer $TOKEN" \\\n  -OJ ${location.origin}/exports/activities-controller.csv`}
        </pre>
      </section>
    </>
  )
}

const forms = [
  { says: both('CSV (Excel)', 'CSV (Excel)'), format: 'csv', profile: 'excel' },
  { says: both('CSV (plain)', 'CSV (brut)'), format: 'csv', profile: 'plain' },
  { says: both('XLSX', 'XLSX'), format: 'xlsx' },
  { says: both('JSON', 'JSON'), format: 'json' },
] as const

type DatasetProps = { facts: ExportFacts; language: Language; count: number | undefined }

function Dataset({ facts: { key, name, what, asked }, language, count }: DatasetProps) {
  const say = useSay()
  const { number } = useFormats()
  return (
    <li>
      <div>
        <h3>
          {say(name)}{' '}
          <span className="muted">
            {count === undefined
              ? say(words.counted)
              : say(words.rows, { n: count, number: number(count) })}
          </span>
        </h3>
        <p>{say(what)}</p>
        <p className="muted">{asked}</p>
      </div>
      <p className="links">
        {forms.map(({ says, format, ...form }) => (
          <a
            key={says.en}
            href={addressOf(key, format, { ...form, language })}
            aria-label={`${say(says)}: ${say(name)}`}
          >
            {say(says)}
          </a>
        ))}
      </p>
    </li>
  )
}

function addressOf(
  key: string,
  format: string,
  { profile, language }: { profile?: 'excel' | 'plain'; language: Language },
) {
  const params = new URLSearchParams()
  if (profile === 'plain') params.set('profile', profile)
  if (language !== 'en') params.set('lang', language)
  const text = params.toString()
  return asOfAddress(`/exports/${key}.${format}${text && `?${text}`}`)
}

const words = {
  title: both('Exports', 'Exports'),
  intro: both(
    'The register as files. Lists export what they show: use their own button for a part. Each export is an entry of the log, with the hash of its file.',
    'Le registre sous forme de fichiers. Les listes exportent ce qu’elles montrent : utilisez leur bouton pour une partie. Chaque export est une entrée du journal, avec l’empreinte de son fichier.',
  ),
  language: both('Language of the files', 'Langue des fichiers'),
  languageHint: both(
    'Headings stay the same in both, so that programs find them.',
    'Les en-têtes restent les mêmes dans les deux, pour que les programmes les trouvent.',
  ),
  rows: both(
    '{n, plural, one {# row} other {# rows}}',
    '{n, plural, one {# ligne} other {# lignes}}',
  ),
  counted: both('rows counted in the file', 'lignes comptées dans le fichier'),
  reconciliation: both('Reconciliation', 'Rapprochement'),
  reconciliationHint: both(
    'A list from accounts payable, single sign-on or cloud accounts beside the sub-processors: in both, only there, only here.',
    'Une liste de la comptabilité fournisseurs, de l’authentification unique ou des comptes cloud face aux sous-traitants : dans les deux, seulement là-bas, seulement ici.',
  ),
  reconcile: both('Compare with another list', 'Comparer avec une autre liste'),
  programs: both('For programs', 'Pour les programmes'),
  programsHint: both(
    'A program fetches the same files with a token, as the person whose token it is; its CSV is plain unless it asks for profile=excel.',
    'Un programme obtient les mêmes fichiers avec un jeton, comme la personne à qui il appartient ; son CSV est brut, sauf s’il demande profile=excel.',
  ),
  makeToken: both('Make a token', 'Créer un jeton'),
  askToken: both('Ask an administrator for one.', 'Demandez-en un à un administrateur.'),
}
