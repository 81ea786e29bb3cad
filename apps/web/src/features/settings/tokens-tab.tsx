import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { tokenWords as words } from './people-words.ts'
import { CreateToken, TokenList } from './token-list.tsx'
import { settingsWords } from './words.ts'

/** Every token, whose it is and whether it works. */
export function TokensTab() {
  const say = useSay()
  const tokens = useQuery(trpc.tokens.list.queryOptions(undefined))
  return (
    <section aria-label={say(settingsWords.tokens)}>
      <p>{say(words.hint)}</p>
      <CreateToken />
      <FormTrouble error={tokens.error} />
      {tokens.isPending && <SkeletonPage />}
      {tokens.data?.length === 0 && <Empty title={say(words.none)} />}
      {tokens.data && tokens.data.length > 0 && <TokenList tokens={tokens.data} />}
    </section>
  )
}
