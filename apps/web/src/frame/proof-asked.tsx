import { lazy, Suspense } from 'react'
import { useProofAsked } from '../step-up.ts'

const ProofDialog = lazy(() =>
  import('./proof-dialog.tsx').then(({ ProofDialog }) => ({ default: ProofDialog })),
)

/** The question for a fresh proof, over whatever page or dialog asked for it. */
export function ProofAsked() {
  if (!useProofAsked()) return null
  return (
    <Suspense>
      <ProofDialog />
    </Suspense>
  )
}
