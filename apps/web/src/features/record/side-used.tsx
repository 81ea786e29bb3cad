import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { Button } from '../../ui/button.tsx'
import { recordWords as words } from './words.ts'

type Use = { id: string; noun: NounKey; name: string; field: string; archived: boolean }

export function SideUsed({ uses }: { uses: readonly Use[] }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const shown = all ? uses : uses.slice(0, 12)
  const label = (use: Use) => {
    const field = (nouns[use.noun].fields as Fields)[use.field]
    return field ? say(field.label) : say(words.source)
  }
  return (
    <section aria-labelledby="side-used">
      <h2 id="side-used">
        {say(words.used)} <span>{uses.length > 0 ? uses.length : ''}</span>
      </h2>
      {uses.length === 0 && <p>{say(words.notUsed)}</p>}
      <ul className="used">
        {shown.map((use) => (
          <li key={`${use.id} ${use.field}`}>
            <Link className="lnk" to={addressOf(use.noun, use.id)}>
              <bdi>{use.name || use.id}</bdi>
            </Link>
            <span className="muted">
              {use.id} · {label(use)}
            </span>
          </li>
        ))}
      </ul>
      {uses.length > shown.length && (
        <Button small look="quiet" onClick={() => setAll(true)}>
          +{uses.length - shown.length}
        </Button>
      )}
    </section>
  )
}
