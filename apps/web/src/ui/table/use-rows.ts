import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { inBrowser } from '../../in-browser.ts'

const rowHeights = { compact: 28, normal: 36, comfortable: 44 }
const headHeight = 32
export type Density = keyof typeof rowHeights

/** The rows in sight of the window, and the width there is. */
export function useRows(table: RefObject<HTMLElement | null>, options: Options) {
  const { width, top } = usePosition(table)
  const folded = width > 0 && width < options.foldsUnder
  const height = folded ? 64 : rowHeights[options.density]
  const start = top + (folded ? 0 : headHeight)
  const rows = useWindowVirtualizer({
    count: options.count,
    estimateSize: () => height,
    overscan: 6,
    initialRect: inBrowser ? { width: innerWidth, height: innerHeight } : usual,
    scrollMargin: start,
    // The sticky head, and the top bar where it sticks.
    scrollPaddingStart: folded ? 60 : 92,
    scrollPaddingEnd: 64,
    // The row that holds the focus stays, however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      const kept = Math.min(options.keep, options.count - 1)
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b)
    },
  })
  // They are drawn by their first height; another one is measured anew.
  const drawn = useRef(height)
  useLayoutEffect(() => {
    if (drawn.current !== height) rows.measure()
    drawn.current = height
  }, [height])
  return { rows, width, folded, start }
}
type Options = { count: number; density: Density; keep: number; foldsUnder: number }

function usePosition(element: RefObject<HTMLElement | null>) {
  const [position, setPosition] = useState(assumed)
  useLayoutEffect(() => {
    const measure = () => {
      if (!element.current) return
      const at = positionOf(element.current)
      setPosition((now) => (now.width === at.width && now.top === at.top ? now : at))
    }
    measure()
    // What stands above the table moves it without changing its size.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return position
}

function positionOf(element: Element) {
  const box = element.getBoundingClientRect()
  return { width: Math.round(box.width), top: Math.round(box.top + scrollY) }
}

/** Where nobody can measure: wide enough for every standard column; style sheets take away what has no room. */
const usual = { width: 1600, height: 900 }

/** Until it is drawn and measured, a table is taken to stand where the last one did: most often it does. */
function assumed() {
  if (!inBrowser) return { width: usual.width, top: 0 }
  const last = document.querySelector('main .tbl')
  return last ? positionOf(last) : { width: 0, top: 0 }
}
