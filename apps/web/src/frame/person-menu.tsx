import { roleNames } from '@ropewalk/domain/permissions.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { queryClient } from '../api.ts'
import { useFormats } from '../formats.ts'
import { chooseLanguage, languageNames, useLanguage, useSay } from '../language.ts'
import { useMe } from '../me.ts'
import { post } from '../post.ts'
import { chooseTheme, themes, useTheme } from '../theme.ts'
import { troubleIn } from '../trouble.ts'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { frameWords } from '../words/frame.ts'

/** Who is signed in, in which language and theme, and the way out. */
export function PersonMenu() {
  const say = useSay()
  const { list } = useFormats()
  const me = useMe()
  const language = useLanguage()
  const theme = useTheme()
  const signOut = async () => {
    try {
      await post('/api/auth/sign-out', {})
      queryClient.clear()
      location.assign('/sign-in')
    } catch (error) {
      toast(troubleIn(error, say).message)
    }
  }
  return (
    <Menu
      label={<bdi className="max-w-40 truncate">{me.name}</bdi>}
      name={say(frameWords.account, { name: me.name })}
      look="quiet"
      small
      align="end"
      items={[
        { kind: 'said', label: <bdi>{me.email}</bdi> },
        { kind: 'said', label: list(me.roles.map((role) => say(roleNames[role]))) },
        { kind: 'rule' },
        { kind: 'said', label: say(frameWords.language) },
        ...languages.map((each) => ({
          kind: 'radio' as const,
          label: languageNames[each],
          checked: each === language,
          act: () => chooseLanguage(each),
        })),
        { kind: 'rule' },
        { kind: 'said', label: say(frameWords.theme) },
        ...themes.map((each) => ({
          kind: 'radio' as const,
          label: say(frameWords[each]),
          checked: each === theme,
          act: () => chooseTheme(each),
        })),
        { kind: 'rule' },
        { label: say(frameWords.signOut), act: signOut },
      ]}
    />
  )
}
