import { changeTitle, type PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { pathBelow } from './addresses.ts'
import { dayHtml } from './days.ts'
import { foreign, type Html, html, nothing, sayHtml } from './html.ts'
import { objectionWords as words } from './objection-words.ts'
import { smallDocument } from './small-document.ts'

const paths = (...steps: readonly string[]) => ({
  en: pathBelow('en', ...steps),
  fr: pathBelow('fr', ...steps),
})

type Asking = { change: PublicChange; language: Language }

/** Asks for the address that a link to object is mailed to. */
export function askToObjectPage({ change, language }: Asking): string {
  const steps = ['changes', change.id, 'object']
  return smallDocument({
    title: titleFor(change, language),
    language,
    paths: paths(...steps),
    content: html`<p class="lead">${say(words.askLead, language)}</p>
${toChange(change, language)}<form class="ask" method="post" action="${pathBelow(language, ...steps)}">
<p><label for="email">${say(words.email, language)}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></p>
<p><button>${say(words.send, language)}</button></p>
</form>
`,
  })
}

/** The same whoever asked. */
export const linkMailedPage = (language: Language, change: string): string =>
  smallDocument({
    title: say(words.mailed, language),
    language,
    paths: paths('changes', change, 'object'),
    content: html`<p class="lead">${say(words.mailedText, language)}</p>\n`,
  })

type Form = {
  language: Language
  token: string
  notice: PublicChange
  deadline: string
  late: boolean
  party: string
  before: readonly { id: string }[]
}

/** Where one objects: until when, as whom, why. */
export function objectPage(form: Form): string {
  const { language, token, notice, party, before } = form
  const clock = sayHtml(form.late ? words.late : words.until, language, {
    day: dayHtml(form.deadline, language),
  })
  const effective = sayHtml(notice.held ? words.held : words.effective, language, {
    day: dayHtml(notice.effectiveOn, language),
  })
  const who =
    party === ''
      ? html`<p><label for="name">${say(words.name, language)}</label><input id="name" name="name" autocomplete="organization" maxlength="200"></p>\n`
      : html`<p>${sayHtml(words.asParty, language, { party: foreign(party) })}</p>\n`
  const ids = before.map(({ id }) => id).join(', ')
  return smallDocument({
    title: titleFor(notice, language),
    language,
    paths: paths('objections', token),
    content: html`<p class="lead">${clock} ${effective}</p>
${toChange(notice, language)}${ids === '' ? nothing : html`<p>${say(words.before, language, { ids })}</p>\n`}<form class="ask" method="post" action="${pathBelow(language, 'objections', token)}">
${who}<p><label for="grounds">${say(words.grounds, language)}</label><textarea id="grounds" name="grounds" rows="8" required maxlength="10000" aria-describedby="hint"></textarea></p>
<p id="hint">${say(words.groundsHint, language)}</p>
<p><button>${say(words.objectNow, language)}</button></p>
</form>
`,
  })
}

type Objected = { id: string; late: boolean; deadline: string; notice: PublicChange }

export const objectedPage = (
  language: Language,
  { id, late, deadline, notice }: Objected,
): string =>
  smallDocument({
    title: say(words.received, language),
    language,
    paths: paths('changes', notice.id),
    content: html`<p class="lead">${say(words.receivedText, language, { id })}${late ? html` ${sayHtml(words.receivedLate, language, { day: dayHtml(deadline, language) })}` : nothing}</p>
${toChange(notice, language)}`,
  })

/** Why nothing was done. */
export const objectionRefused = (language: Language, why: string): string =>
  smallDocument({
    title: say(words.refused, language),
    language,
    paths: paths('changes'),
    content: html`<p class="lead">${why}</p>
<p><a href="${pathBelow(language, 'changes')}">${say(words.changes, language)}</a></p>
`,
  })

const titleFor = (change: PublicChange, language: Language): string =>
  say(words.title, language, { title: changeTitle(change, language) })

const toChange = ({ id }: PublicChange, language: Language): Html =>
  html`<p><a href="${pathBelow(language, 'changes', id)}">${say(words.theChange, language)} ${id}</a></p>\n`
