import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { tokenWords as words } from './people-words.ts'
import { CreateToken, TokenList } from './token-list.tsx'

/** One's own tokens: what lets a program read as oneself. */
export function OwnTokens() {
  const say = useSay()
  const tokens = useQuery(trpc.tokens.own.queryOptions(undefined))
  return (
    <>
      <p>{say(words.ownHint)}</p>
      <CreateToken own />
      <FormTrouble error={tokens.error} />
      {tokens.data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      {tokens.data && tokens.data.length > 0 && <TokenList own tokens={tokens.data} />}
    </>
  )
}
