import { useSyncExternalStore } from 'react'
import { inBrowser } from './in-browser.ts'
import { keep, kept } from './kept.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const useTheme = (): Theme => useSyncExternalStore(subscribe, now, now)

export function chooseTheme(theme: Theme): void {
  keep('theme', theme === 'system' ? null : theme)
  show(theme)
  for (const listener of listeners) listener()
}

const now = () => current
const listeners = new Set<() => void>()
function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(theme: Theme) {
  current = theme
  if (!inBrowser) return
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

let current: Theme = 'system'
show(themes.find((theme) => theme === kept('theme')) ?? 'system')
