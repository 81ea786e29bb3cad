import { useEffect } from 'react'

/** Brings the chapter or row that the address names into sight once it is drawn, and starts the keyboard there. */
export function useChapterInSight(): void {
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    target.scrollIntoView()
    if (target.tabIndex < 0) target.tabIndex = -1
    target.focus({ preventScroll: true })
  }, [])
}
