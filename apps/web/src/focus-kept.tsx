import { useLayoutEffect, useState } from 'react'

/** Gives the focus back to a link of the server's screen that had it when the page was drawn anew. */
export function FocusKept({ within }: { within: HTMLElement }) {
  const [href] = useState(() => focusedLink(within))
  useLayoutEffect(() => {
    if (href && document.activeElement === document.body)
      within.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus()
  }, [within, href])
  return null
}

const focusedLink = (within: HTMLElement) =>
  within.contains(document.activeElement) && document.activeElement?.getAttribute('href')
