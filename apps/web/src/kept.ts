import { inBrowser } from './in-browser.ts'

/** Small choices of the person that stay in this browser; a browser that keeps nothing is no error. */
export function kept(name: string): string | null {
  if (!inBrowser) return null
  try {
    return localStorage.getItem(`ropewalk.${name}`)
  } catch {
    return null
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`ropewalk.${name}`)
    else localStorage.setItem(`ropewalk.${name}`, value)
  } catch {
    // Storage is switched off: the choice lasts until the page is left.
  }
}
