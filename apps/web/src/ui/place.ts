import { type RefObject, useLayoutEffect } from 'react'

const margin = 8

/** Keeps an open popover below its anchor, or above it where there is more room, and never wider than the window. */
export function usePlace(
  anchor: RefObject<HTMLElement | null>,
  popover: RefObject<HTMLElement | null>,
  {
    open,
    align = 'start',
    match = false,
  }: { open: boolean; align?: 'start' | 'end'; match?: boolean },
): void {
  useLayoutEffect(() => {
    if (!open) return
    const place = () => {
      if (!anchor.current || !popover.current) return
      const at = anchor.current.getBoundingClientRect()
      const { style } = popover.current
      if (match) style.inlineSize = `${at.width}px`
      style.maxBlockSize = ''
      const { width, height } = popover.current.getBoundingClientRect()
      const below = innerHeight - at.bottom - margin
      const above = at.top - margin
      const goesUp = below < Math.min(height, 240) && above > below
      const left = align === 'start' ? at.left : at.right - width
      style.maxBlockSize = `${Math.max(goesUp ? above : below, 80)}px`
      style.top = goesUp ? '' : `${at.bottom + 4}px`
      style.bottom = goesUp ? `${innerHeight - at.top + 4}px` : ''
      style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`
    }
    place()
    addEventListener('scroll', place, { capture: true, passive: true })
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place, { capture: true })
      removeEventListener('resize', place)
    }
  })
}
