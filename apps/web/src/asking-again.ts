const first = 1_000
const most = 30_000

/** Asks again and again until there is an answer: after 1 s, 2 s, 4 s … 30 s, and at once when told that it may work. */
export function askingAgain(ask: () => Promise<boolean>, onAnswer: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = first
  let isOn = false
  let round = 0
  const stop = () => {
    isOn = false
    round += 1
    clearTimeout(timer)
  }
  const now = async () => {
    if (!isOn) return
    clearTimeout(timer)
    const mine = ++round
    const answered = await ask().catch(() => false)
    if (mine !== round) return
    if (answered) {
      stop()
      onAnswer()
    } else later()
  }
  const later = () => {
    timer = setTimeout(() => void now(), wait)
    wait = Math.min(2 * wait, most)
  }
  const start = () => {
    if (isOn) return
    isOn = true
    wait = first
    later()
  }
  return { start, stop, now }
}
