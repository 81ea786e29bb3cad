import { both, type Language } from '@ropewalk/domain/words.ts'
import { asOfAddress } from '../../as-of.ts'
import { useSay } from '../../language.ts'
import { reports } from './reports.ts'

/** The documents for people, with what each is and who asks for it. */
export function ReportList({ language }: { language: Language }) {
  const say = useSay()
  return (
    <section className="exports">
      <h2>{say(words.title)}</h2>
      <ul>
        {reports.map(({ key, name, what, asked, formats }) => (
          <li key={key}>
            <div>
              <h3>{say(name)}</h3>
              <p>{say(what)}</p>
              <p className="muted">{asked}</p>
            </div>
            <p className="links">
              {formats.map((format) => (
                <a
                  key={format}
                  href={asOfAddress(
                    `/exports/${key}.${format}${language === 'en' ? '' : `?lang=${language}`}`,
                  )}
                  aria-label={`${format.toUpperCase()}: ${say(name)}`}
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const words = { title: both('For people and authorities', 'Pour les personnes et les autorités') }
