import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Banner } from '../../ui/note.tsx'

type Props = { says: string; act: { label: string; run: () => void }; children: ReactNode }

/** Why something was not done, above the table until it is settled. */
export const TroubleBanner = ({ says, act, children }: Props) => (
  <div className="mb-3">
    <Banner
      of="conflict"
      says={says}
      acts={
        <Button small onClick={act.run}>
          {act.label}
        </Button>
      }
    >
      {children}
    </Banner>
  </div>
)
