import { Outlet } from '@tanstack/react-router'
import { ProofAsked } from '../frame/proof-asked.tsx'
import { Symbols } from '../ui/symbols.tsx'
import { Toasts } from '../ui/toast.tsx'

export const Root = () => (
  <>
    <Symbols />
    <Outlet />
    <Toasts />
    <ProofAsked />
  </>
)
