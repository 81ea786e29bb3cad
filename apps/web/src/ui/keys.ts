import type { Text, Values } from '@ropewalk/domain/words.ts'
import { useEffect, useRef } from 'react'
import { inBrowser } from '../in-browser.ts'

/** `n`, `g a` (one after the other) or `Mod+s` (Ctrl or ⌘; works while typing too). */
type Key = { keys: string; says: Text; values?: Values; act: () => void }

/** Makes keys work while the component is shown, and lists them for the help. Single keys rest while someone types or a dialog is open. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const mine = () => latest.current
    sources = [...sources, mine]
    if (sources.length === 1) addEventListener('keydown', onKeyDown)
    return () => {
      sources = sources.filter((source) => source !== mine)
      if (sources.length === 0) removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

/** Every key that works on the page now. */
export const knownKeys = (): readonly Key[] => sources.flatMap((source) => source())

/** The caps to press: `⌘` `S` on a Mac, `Ctrl` `S` elsewhere, `g` `a` as they are. */
export function shownKeys(keys: string): readonly string[] {
  if (!keys.startsWith('Mod+')) return keys.split(' ')
  return [isMac ? '⌘' : 'Ctrl', keys.slice(4).toUpperCase()]
}

const isMac = inBrowser && /Mac|iPhone|iPad/.test(navigator.platform)
let sources: readonly (() => readonly Key[])[] = []
let first = ''
let firstAt = 0

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  // AltGr writes characters such as [ on many keyboards and reports itself as Ctrl and Alt.
  const writes = event.getModifierState('AltGraph')
  const mod = !writes && (isMac ? event.metaKey : event.ctrlKey)
  if (!writes && (event.altKey || (event.ctrlKey && !mod) || (event.metaKey && !mod))) return
  const modal = document.querySelector('dialog[open]')
  if (mod)
    return void run(
      event,
      `Mod+${event.key.toLowerCase()}`,
      modal !== null && !modal.contains(event.target as Node),
    )
  if (modal || isTyping(event.target)) return
  const pair = event.timeStamp - firstAt < 1_500 ? `${first} ${event.key}` : ''
  first = event.key
  firstAt = event.timeStamp
  if (pair && run(event, pair)) return
  run(event, event.key)
}

function run(event: KeyboardEvent, keys: string, barred = false) {
  // The component shown last wins: a chapter in edit over its page.
  const key = knownKeys().findLast((known) => known.keys === keys)
  if (!key || barred) return false
  event.preventDefault()
  first = ''
  key.act()
  return true
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu]',
  ) !== null
