import { setTimeout } from 'node:timers/promises'
import { announce } from './logger.ts'
import { partsFor } from './parts-for-tests.ts'
import { serve } from './serve.ts'

await serve(process.env, async ({ settings, address, log }) =>
  partsFor(
    {},
    {
      settings,
      address,
      log,
      routes(app) {
        app.get('/slow', async () => {
          announce('slow began')
          await setTimeout(700)
          return 'slow ended'
        })
        app.get('/quick', async () => 'quick')
        app.get('/never', () => {
          announce('never began')
          return new Promise(() => {})
        })
        app.get('/throw', () => {
          setImmediate(() => {
            throw new Error('nobody catches this')
          })
          return 'thrown'
        })
      },
      listening: async () => announce(`Create the first account: ${address.base()}/first`),
      close: async () => announce('database closed'),
    },
  ),
)
