import type { Named, Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { publicPath } from './addresses.ts'
import { choicesOf } from './filters.ts'
import { foreign, type Html, html, nothing } from './html.ts'
import { smallDocument } from './small-document.ts'
import { subscriptionWords as words } from './subscription-words.ts'

const under = (language: Language, rest: string) => `${publicPath(language)}/${rest}`
const bothPaths = (rest: string) => ({ en: under('en', rest), fr: under('fr', rest) })

type Form = { snapshots: readonly Snapshot[]; language: Language }

/** The form to subscribe: its topics are what the published list has. */
export function subscribePage({ snapshots, language }: Form): string {
  const choices = choicesOf(snapshots, language)
  const content = html`<p class="lead">${say(words.lead, language)}</p>
<form class="ask" method="post" action="${under(language, 'subscribe')}">
<p><label for="email">${say(words.email, language)}</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></p>
<h2>${say(words.topics, language)}</h2>
<p>${say(words.topicsHint, language)}</p>
${ticksHtml('product', words.products, { choices: choices.product, language })}${ticksHtml('category', words.categories, { choices: choices.category, language })}${ticksHtml('country', words.countries, { choices: choices.country, language })}${tickHtml('outside-eea', 'yes', html`${say(words.outsideEea, language)}`)}${tickHtml('additions-only', 'yes', html`${say(words.additionsOnly, language)}`)}<p><button>${say(words.subscribe, language)}</button></p>
</form>
`
  return smallDocument({
    title: say(words.title, language),
    language,
    paths: bothPaths('subscribe'),
    content,
  })
}

function ticksHtml(
  name: string,
  title: Text,
  { choices, language }: { choices: readonly Named[]; language: Language },
): Html {
  if (choices.length === 0) return nothing
  return html`<fieldset><legend>${say(title, language)}</legend>
${choices.map((choice) => tickHtml(name, choice.id, foreign(choice.name)))}</fieldset>
`
}

const tickHtml = (name: string, value: string, label: Html) =>
  html`<p class="tick"><input id="${name}-${value}" name="${name}" type="checkbox" value="${value}"><label for="${name}-${value}">${label}</label></p>
`

/** The same for everyone who asked. */
export const askedPage = (language: Language): string =>
  said(language, { title: words.asked, text: words.askedText, rest: 'subscribe' })

/** Why nothing was done, and the way back. */
export const subscriptionRefused = (language: Language, why: string): string =>
  smallDocument({
    title: say(words.refused, language),
    language,
    paths: bothPaths('subscribe'),
    content: html`<p class="lead">${why}</p>
<p><a href="${under(language, 'subscribe')}">${say(words.again, language)}</a></p>
`,
  })

type Acting = { language: Language; token: string }

/** What a link shows: one button that acts. */
export const confirmPage = ({ language, token }: Acting): string =>
  button(language, { title: words.confirm, text: words.confirmText, rest: `confirm/${token}` })
export const leavePage = ({ language, token }: Acting): string =>
  button(language, { title: words.leave, text: words.leaveText, rest: `unsubscribe/${token}` })

export const confirmedPage = (language: Language): string =>
  said(language, { title: words.confirmed, text: words.confirmedText, rest: 'subscribe' })
export const leftPage = (language: Language): string =>
  said(language, { title: words.left, text: words.leftText, rest: 'subscribe' })

type Said = { title: Text; text: Text; rest: string }

const said = (language: Language, { title, text, rest }: Said) =>
  smallDocument({
    title: say(title, language),
    language,
    paths: bothPaths(rest),
    content: html`<p class="lead">${say(text, language)}</p>\n`,
  })

const button = (language: Language, { title, text, rest }: Said) =>
  smallDocument({
    title: say(title, language),
    language,
    paths: bothPaths(rest),
    content: html`<p class="lead">${say(text, language)}</p>
<form class="ask" method="post" action="${under(language, rest)}">
<p><button>${say(title, language)}</button></p>
</form>
`,
  })
