import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { type PackVerdict, verifyPack } from '@ropewalk/log/pack/pack-verifier.ts'
import { zipFilesIn } from '@ropewalk/log/pack/zip-files.ts'
import { keyIn, noteIn, noteOf } from './asked.ts'
import { element } from './element.ts'
import { shownVerdict } from './shown-verdict.ts'
import { words } from './words.ts'

let language: Language = navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
let verdict: PackVerdict | undefined
let run = 0

const tell = (text: Text, values: Record<string, string | number> = {}) =>
  say(text, language, values)
const place = document.querySelector('main') ?? document.body
const pack = element('input', { type: 'file', id: 'pack', accept: '.zip,application/zip' })
const key = element('textarea', { id: 'key', rows: '2', spellcheck: 'false' })
const earlier = element('input', { type: 'file', id: 'earlier' })
const pasted = element('textarea', { id: 'pasted', rows: '2', spellcheck: 'false' })
const found = element('div', { id: 'found', role: 'status' })
const drop = element('div', { class: 'drop' })
let dropped: File | undefined

function draw() {
  document.documentElement.lang = language
  document.title = `Ropewalk: ${tell(words.title)}`
  const languages = element(
    'select',
    { id: 'language' },
    element('option', { value: 'en', selected: language === 'en' }, 'English'),
    element('option', { value: 'fr', selected: language === 'fr' }, 'Français'),
  )
  languages.addEventListener('change', () => {
    language = languages.value === 'fr' ? 'fr' : 'en'
    draw()
    if (verdict) found.replaceChildren(...shownVerdict(verdict, language))
  })
  const again = element('button', { type: 'button' }, tell(words.again))
  again.addEventListener('click', () => void check())
  drop.replaceChildren(
    element('label', { for: 'pack' }, tell(words.pack)),
    element('p', { class: 'hint' }, tell(words.drop)),
    pack,
  )
  place.replaceChildren(
    element(
      'header',
      {},
      element('h1', {}, tell(words.title)),
      element(
        'div',
        {},
        element('label', { for: 'language' }, `${tell(words.language)} `),
        languages,
      ),
    ),
    element('p', { class: 'muted' }, tell(words.intro)),
    drop,
    element(
      'div',
      { class: 'pair' },
      field('key', words.key, words.keyHint, key),
      field('earlier', words.earlier, words.earlierHint, earlier),
      field('pasted', words.earlierPaste, undefined, pasted),
    ),
    element('p', {}, again),
    found,
  )
}

const field = (id: string, label: Text, hint: Text | undefined, input: HTMLElement) =>
  element(
    'div',
    { class: 'field' },
    element('label', { for: id }, tell(label)),
    ...(hint ? [element('span', { class: 'hint' }, tell(hint))] : []),
    input,
  )

/** Checks the pack with what was given beside it; a newer question takes the place of an older one. */
async function check(): Promise<void> {
  const file = dropped ?? pack.files?.[0]
  if (!file) return
  run += 1
  const own = run
  verdict = undefined
  const bar = element('progress', { max: '100', value: '0', 'aria-label': file.name })
  const line = element('p', {}, tell(words.reading, { name: file.name, n: 0 }))
  found.replaceChildren(line, bar)
  const trouble = (text: Text, values: Record<string, string> = {}) => {
    if (own === run)
      found.replaceChildren(
        element('div', { class: 'verdict bad' }, element('p', {}, tell(text, values))),
      )
  }
  const compared = keyIn(key.value)
  if (!compared) return trouble(words.notKey)
  const kept = await keptHeads()
  if ('missing' in kept) return trouble(words.notHead, { name: kept.missing })
  try {
    const files = await zipFilesIn(file)
    const told = await verifyPack(files, {
      ...compared,
      earlier: kept.heads,
      progress(read, of) {
        const n = Math.floor((read / Math.max(of, 1)) * 100)
        if (own !== run || String(n) === bar.getAttribute('value')) return
        bar.setAttribute('value', String(n))
        line.textContent = tell(words.reading, { name: file.name, n })
      },
    })
    if (own !== run) return
    verdict = told
    found.replaceChildren(...shownVerdict(told, language))
  } catch (error) {
    trouble(words.unreadable, { name: file.name, why: error instanceof Error ? error.message : '' })
  }
}

type Kept = { heads: { note: string; from: string }[] } | { missing: string }

async function keptHeads(): Promise<Kept> {
  const heads: { note: string; from: string }[] = []
  const file = earlier.files?.[0]
  if (file) {
    const note = await noteIn(file)
    if (note === undefined) return { missing: file.name }
    heads.push({ note, from: file.name })
  }
  if (pasted.value.trim() !== '') {
    const note = noteOf(pasted.value)
    if (note === undefined) return { missing: tell(words.earlierPaste) }
    heads.push({ note, from: tell(words.earlierPaste) })
  }
  return { heads }
}

pack.addEventListener('change', () => {
  dropped = undefined
  void check()
})
for (const input of [key, earlier, pasted]) input.addEventListener('change', () => void check())
addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
addEventListener('dragleave', () => drop.classList.remove('over'))
addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  dropped = event.dataTransfer?.files[0] ?? dropped
  void check()
})
draw()
