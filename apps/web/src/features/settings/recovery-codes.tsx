import { useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { secondFactorWords as words } from './second-factor-words.ts'
import { settingsWords } from './words.ts'

/** The recovery codes, this once: to download, to print, or to write down. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const say = useSay()
  const { email } = useMe()
  const text = [say(words.fileHead, { email }), '', ...codes, ''].join('\n')
  return (
    <section className="recovery" aria-label={say(words.recoveryCodes)}>
      <p>{say(words.codesShown)}</p>
      <ol aria-label={say(words.recoveryCodes)}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <a
          className={buttonClass()}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="ropewalk-recovery-codes.txt"
        >
          {say(words.download)}
        </a>
        <Button onClick={() => window.print()}>{say(words.print)}</Button>
        <Button look="main" onClick={onDone}>
          {say(settingsWords.finish)}
        </Button>
      </div>
    </section>
  )
}
