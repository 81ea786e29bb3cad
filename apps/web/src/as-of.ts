import { inBrowser } from './in-browser.ts'

const key = 'ropewalk.as-of'

/** The day or instant that the register is read as of, in this tab; undefined for now. Fixed while a page is open. */
export const asOf: string | undefined = inBrowser ? taken() : undefined

// An address may name it, as exports do; from there on the tab keeps it.
function taken(): string | undefined {
  const address = new URL(location.href)
  const named = address.searchParams.get('as-of')
  if (named === null) return sessionStorage.getItem(key) ?? undefined
  address.searchParams.delete('as-of')
  history.replaceState(history.state, '', address)
  sessionStorage.setItem(key, named)
  return named
}

/** Opens the same page with the register as of another day; of now when undefined. */
export function readAsOf(day: string | undefined): void {
  if (day === undefined) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, day)
  location.reload()
}

/** An address of a file, of the same day as the page. */
export const asOfAddress = (address: string): string =>
  asOf === undefined
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}as-of=${encodeURIComponent(asOf)}`
