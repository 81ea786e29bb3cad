import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onSignedOut, queryClient } from '../api.ts'
import { asOf, readAsOf } from '../as-of.ts'
import { useConnection } from '../connection.ts'
import { useFormats } from '../formats.ts'
import { keep, kept } from '../kept.ts'
import { preferLanguage, useSay } from '../language.ts'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useKeys } from '../ui/keys.ts'
import { Banner } from '../ui/note.tsx'
import { ServerGone, SkeletonPage } from '../ui/states.tsx'
import { frameWords } from '../words/frame.ts'
import { railEntries } from './entries.ts'
import { PersonMenu } from './person-menu.tsx'
import { Rail } from './rail.tsx'
import { TopSearch } from './top-search.tsx'

const overlays = {
  finder: lazy(() => import('./finder.tsx').then(({ Finder }) => ({ default: Finder }))),
  keys: lazy(() => import('./keys-help.tsx').then(({ KeysHelp }) => ({ default: KeysHelp }))),
  signIn: lazy(() =>
    import('./sign-in-again.tsx').then(({ SignInAgain }) => ({ default: SignInAgain })),
  ),
}

/** Everything around a page: rail, top bar, keys, and what lies over them. */
export function Frame() {
  const say = useSay()
  const { language } = useMe()
  const [rail, setRail] = useState(kept('rail') !== 'hidden')
  const [drawer, setDrawer] = useState(false)
  const [over, setOver] = useState<keyof typeof overlays | null>(null)
  const Over = over && overlays[over]
  useEffect(() => preferLanguage(language), [language])
  useEffect(() => onSignedOut(() => setOver('signIn')), [])
  const toggleRail = () => {
    keep('rail', rail ? 'hidden' : null)
    setRail(!rail)
  }
  useFrameKeys({ toggleRail, setOver })
  return (
    <>
      <a className="skip" href="#main">
        {say(frameWords.skip)}
      </a>
      <div className={rail ? 'frame' : 'frame no-rail'}>
        {rail && <Rail onHide={toggleRail} />}
        <div>
          <header className="top">
            <span className="menu">
              <Button small aria-expanded={drawer} onClick={() => setDrawer(true)}>
                {say(frameWords.menu)}
              </Button>
            </span>
            <TopSearch />
            <span className="push" />
            <PersonMenu />
          </header>
          <main className="page" id="main" tabIndex={-1}>
            <Earlier />
            <Gone />
            <Suspense fallback={<SkeletonPage />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      {drawer && (
        <Dialog
          title={say(frameWords.menu)}
          titled={false}
          look="drawer"
          onClose={() => setDrawer(false)}
        >
          <Rail onGo={() => setDrawer(false)} />
        </Dialog>
      )}
      {Over && (
        <Suspense>
          <Over onClose={() => setOver(null)} />
        </Suspense>
      )}
    </>
  )
}

/** The register of an earlier day is never mistaken for that of today. */
function Earlier() {
  const say = useSay()
  const { day: dayOf } = useFormats()
  if (asOf === undefined) return null
  const day = /^\d{4}-\d\d-\d\d$/.test(asOf) ? dayOf(asOf) : asOf
  return (
    <div className="mb-6">
      <Banner
        of="announced"
        says={say(frameWords.asOf, { day })}
        acts={<Button onClick={() => readAsOf(undefined)}>{say(frameWords.backToNow)}</Button>}
      >
        {say(frameWords.asOfHint)}
      </Banner>
    </div>
  )
}

function Gone() {
  const { gone, heardAt } = useConnection()
  const { clock } = useFormats()
  // What failed meanwhile is asked again as soon as the server is back.
  useEffect(() => (gone ? () => void queryClient.invalidateQueries() : undefined), [gone])
  if (!gone) return null
  return (
    <div className="mb-6">
      <ServerGone heardAt={clock(heardAt)} onRetry={() => void queryClient.invalidateQueries()} />
    </div>
  )
}

function useFrameKeys({
  toggleRail,
  setOver,
}: {
  toggleRail: () => void
  setOver: (over: keyof typeof overlays) => void
}) {
  const navigate = useNavigate()
  useKeys([
    { keys: 'Mod+k', says: frameWords.findOrDo, act: () => setOver('finder') },
    { keys: '?', says: frameWords.showKeys, act: () => setOver('keys') },
    { keys: '[', says: frameWords.showRail, act: toggleRail },
    ...railEntries.map(({ to, label, jump }) => ({
      keys: `g ${jump}`,
      says: frameWords.goTo,
      values: { name: label },
      act: () => void navigate({ to }),
    })),
  ])
}
