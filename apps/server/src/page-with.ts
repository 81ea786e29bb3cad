import type { Drawn } from './first-screen.ts'

/** The built page with its first screen in it, and the answers for the script that takes its place. */
export function pageWith(page: string, { noun, language, title, html, answers }: Drawn): string {
  const put: [before: string, after: string][] = [
    ['<html lang="en">', `<html lang="${language}" data-noun="${noun}">`],
    ['<title>Ropewalk</title>', `<title>${textOf(title)} · Ropewalk</title>${wholeAtOnce}`],
    [
      '<div id="root"></div>',
      `<div id="root"><div class="first-screen">${html}</div></div><script type="application/json" id="first-answers">${dataOf(answers)}</script>`,
    ],
  ]
  return put.reduce((whole, [before, after]) => {
    if (!whole.includes(before)) throw new Error(`the built page has no ${before}`)
    return whole.replace(before, () => after)
  }, page)
}

/** Laid out and painted once, with its rows: else a browser paints the rail first and all of it again. */
const wholeAtOnce = '<link rel="expect" href="#root" blocking="render">'
const textOf = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Nothing in it can end the element that it stands in. */
const dataOf = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')
