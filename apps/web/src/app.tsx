import './theme.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { takeFirstAnswers } from './first-answers.ts'
import { FocusKept } from './focus-kept.tsx'
import { router } from './routes/router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <FocusKept within={root} />
    </StrictMode>,
  )
// The server's screen stays until ours can take its place whole.
if (takeFirstAnswers()) void router.load().then(draw)
else draw()
