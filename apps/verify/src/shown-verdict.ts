import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { packFaultSentence } from '@ropewalk/log/pack/fault-words.ts'
import type { Manifest } from '@ropewalk/log/pack/manifest.ts'
import { type PackCheck, packChecks } from '@ropewalk/log/pack/pack-faults.ts'
import type { PackVerdict } from '@ropewalk/log/pack/pack-verifier.ts'
import { element } from './element.ts'
import { checkWords, newerEarlier, withoutEarlier, words } from './words.ts'

const mostFaults = 200

/** What was found, for people. */
export function shownVerdict(verdict: PackVerdict, language: Language): Node[] {
  const { faults, manifest, fingerprint, keyCompared } = verdict
  const isGood = faults.length === 0
  const tell = (text: Text, values: Record<string, string | number> = {}) =>
    say(text, language, values)
  return [
    element(
      'div',
      { class: `verdict ${isGood ? 'good' : 'bad'}` },
      element('p', {}, tell(isGood ? words.good : words.bad, { n: faults.length })),
    ),
    element(
      'div',
      { class: `verdict ${keyCompared ? 'good' : 'open'}` },
      element('p', {}, tell(keyCompared ? words.compared : words.uncompared)),
      ...(keyCompared ? [] : [element('p', { class: 'hint' }, tell(words.uncomparedHint))]),
    ),
    element(
      'p',
      {},
      `${tell(words.fingerprint)}: `,
      element('span', { class: 'print' }, fingerprint ?? '—'),
    ),
    ...(isGood
      ? []
      : [
          element(
            'ul',
            { class: 'faults' },
            ...faults
              .slice(0, mostFaults)
              .map((fault) => element('li', {}, packFaultSentence(fault)[language])),
            ...(faults.length > mostFaults
              ? [element('li', {}, tell(words.more, { n: faults.length - mostFaults }))]
              : []),
          ),
        ]),
    element('h2', {}, tell(words.checks)),
    element(
      'ul',
      { class: 'checks' },
      ...packChecks.map((check) => shownCheck(check, verdict, tell)),
    ),
    ...(manifest ? shownFacts(manifest, verdict, { tell, language }) : []),
  ]
}

type Tell = (text: Text, values?: Record<string, string | number>) => string

function shownCheck(check: PackCheck, verdict: PackVerdict, tell: Tell): HTMLElement {
  const isFaulty = verdict.faults.some((fault) => fault.check === check)
  const { cutOffOrRewritten } = verdict
  const isOpen =
    !isFaulty &&
    ((check === 'earlier' && cutOffOrRewritten !== 'checked' && cutOffOrRewritten !== 'at fault') ||
      (!verdict.manifest && check !== 'files' && check !== 'signature'))
  const why = check === 'earlier' && isOpen ? whyOpen(cutOffOrRewritten) : undefined
  const [look, word] = isFaulty
    ? (['bad', words.failed] as const)
    : isOpen
      ? (['open', words.unchecked] as const)
      : (['good', words.passed] as const)
  return element(
    'li',
    { 'data-check': check },
    element('strong', { class: look }, tell(word)),
    element('span', {}, `${tell(checkWords[check])}${why ? ` (${tell(why)})` : ''}`),
  )
}

const whyOpen = (said: PackVerdict['cutOffOrRewritten']): Text =>
  said === 'newer' ? newerEarlier : withoutEarlier

type Reader = { tell: Tell; language: Language }

function shownFacts(manifest: Manifest, verdict: PackVerdict, { tell, language }: Reader): Node[] {
  const { register, period, generation, files } = manifest
  const { by, previousPack } = generation
  const number = (n: number) => n.toLocaleString(language)
  const facts: readonly (readonly [Text, string])[] = [
    [words.organisation, register.organisation],
    [
      words.period,
      `${period.from} – ${period.to}, ${period.timeZone}${period.open ? ` (${tell(words.open)})` : ''}`,
    ],
    [words.made, generation.generatedAt],
    [words.by, [by.name, by.id, by.roles].filter((part) => part !== '').join(', ')],
    [
      words.log,
      tell(words.logSaid, {
        entries: number(verdict.entries),
        size: number(verdict.head?.size ?? 0),
      }),
    ],
    [
      words.previous,
      previousPack ? `${previousPack.at} · SHA-256 ${previousPack.sha256}` : tell(words.none),
    ],
  ]
  const heads = [
    words.file,
    words.rows,
    words.source,
    words.listed,
    words.excluded,
    words.archived,
    words.deleted,
    words.bytes,
  ]
  return [
    element('h2', {}, tell(words.facts)),
    element(
      'dl',
      {},
      ...facts.flatMap(([name, value]) => [
        element('dt', {}, tell(name)),
        element('dd', {}, value),
      ]),
    ),
    element('h2', { id: 'files' }, tell(words.files)),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'files' },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, tell(head)))),
        ),
        element(
          'tbody',
          {},
          ...files.map(({ file, bytes, csv }) => {
            const { sourceTotal, inFile, excluded, archived, deleted } = csv?.reconciliation ?? {}
            const cells = [csv?.rows, sourceTotal, inFile, excluded, archived, deleted, bytes]
            return element(
              'tr',
              {},
              element('td', {}, file),
              ...cells.map((n) => element('td', {}, n === undefined ? '' : number(n))),
            )
          }),
        ),
      ),
    ),
  ]
}
