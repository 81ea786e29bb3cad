import { noticeText } from '@ropewalk/domain/changes/notice-text.ts'
import { changeTitle, type PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { useState } from 'react'
import { languageNames, useLanguage, useSay } from '../../language.ts'
import { Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { changeWords as words } from './words.ts'

type Props = { notice: PublicChange; organisation: string }

/** The text as page, feeds and mails tell it, in either language. */
export function NoticePreview({ notice, organisation }: Props) {
  const say = useSay()
  const [language, setLanguage] = useState(useLanguage())
  const { subject, body } = noticeText(notice, { organisation, language })
  const title = changeTitle(notice, language)
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">{say(words.text)}</h2>
      <p className="muted">{say(words.textHint)}</p>
      <Field label={say(words.text)} group className="my-3">
        <Radios
          value={language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
      </Field>
      <dl className="kv" lang={language}>
        <dt>{say(words.mail)}</dt>
        <dd>
          <b>
            <bdi>{subject}</bdi>
          </b>
        </dd>
        <dt>{say(words.feed)}</dt>
        <dd>
          <bdi>{title}</bdi>
        </dd>
        <dt>{say(words.page)}</dt>
        <dd>{`/subprocessors/changes/${notice.id}`}</dd>
      </dl>
      <div className="note plain mt-3 whitespace-pre-line" lang={language}>
        <bdi>{body}</bdi>
      </div>
    </section>
  )
}
