// Runs before anything is painted, alone: a theme of one's own never flashes, and the screen that the server drew is not
// shown where this browser keeps something else: an earlier day, another language, no rail, another density, other columns.
{
  const root = document.documentElement
  const kept = (name: string): string | null => {
    try {
      return localStorage.getItem(`ropewalk.${name}`)
    } catch {
      return null
    }
  }
  const theme = kept('theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme

  const earlier = () => {
    try {
      return sessionStorage.getItem('ropewalk.as-of')
    } catch {
      return null
    }
  }
  const noun = root.dataset.noun
  const otherwise =
    earlier() !== null ||
    (kept('language') ?? root.lang) !== root.lang ||
    kept('rail') === 'hidden' ||
    kept('density') !== null ||
    kept(`columns.${noun}`) !== null
  if (otherwise) root.dataset.first = 'otherwise'
}

export {}
