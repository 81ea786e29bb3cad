import { languages } from '@ropewalk/domain/words.ts'
import { type ReactNode, useEffect } from 'react'
import { chooseLanguage, languageNames, useLanguage } from '../language.ts'
import { Button } from '../ui/button.tsx'
import { Sign } from '../ui/sign.tsx'

/** A page before sign-in: one column, the name of the house, the other language. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const language = useLanguage()
  useEffect(() => {
    document.title = `${title} · Ropewalk`
  }, [title])
  return (
    <main className="door">
      <p className="brand">
        <Sign of="rope" size={20} />
        Ropewalk
      </p>
      <h1>{title}</h1>
      {children}
      <p className="mt-8 flex gap-3">
        {languages
          .filter((each) => each !== language)
          .map((each) => (
            <Button key={each} look="link" lang={each} onClick={() => chooseLanguage(each)}>
              {languageNames[each]}
            </Button>
          ))}
      </p>
    </main>
  )
}
