import { publicActor } from '@ropewalk/domain/permissions.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, languages } from '@ropewalk/domain/words.ts'
import {
  confirmSubscription,
  readConfirmation,
} from '@ropewalk/services/subscriptions/confirm-subscription.ts'
import { leave, readLeaving } from '@ropewalk/services/subscriptions/leave.ts'
import { subscribe } from '@ropewalk/services/subscriptions/subscribe.ts'
import type { Context, Verb } from '@ropewalk/services/verb.ts'
import { publicPath } from '@ropewalk/site/addresses.ts'
import {
  askedPage,
  confirmedPage,
  confirmPage,
  leavePage,
  leftPage,
  subscribePage,
  subscriptionRefused,
} from '@ropewalk/site/subscription-pages.ts'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'
import { networkLimit } from './auth/network-limit.ts'
import { answeredWith, takeForms } from './public-forms.ts'
import { asPage } from './safety.ts'

type Door = {
  /** Nobody's: a signed-in reader subscribes as everyone does. */
  context: () => Omit<Context, 'actor' | 'door'>
  published: () => Promise<{ snapshots: readonly Snapshot[] }>
}

/** Below `/subprocessors` and `/fr/subprocessors`: subscribe, confirm, unsubscribe. A GET shows, a POST acts. */
export function openSubscriptions(app: FastifyInstance, { context, published }: Door): void {
  const limit = networkLimit(() => context().now())
  const visitor = (): Context => ({ ...context(), actor: publicActor, door: 'public' })
  app.register(async (pages) => {
    takeForms(pages, bodyLimit)
    for (const language of languages) {
      const path = publicPath(language)
      const form = async () => subscribePage({ ...(await published()), language })
      pages.get(`${path}/subscribe`, async (_request, reply) => asPage(reply).send(await form()))
      pages.post(`${path}/subscribe`, (request, reply) =>
        answered(reply, language, async () => {
          limit.take(request.ip)
          await subscribe.run(visitor(), asked(String(request.body ?? ''), language))
          return askedPage(language)
        }),
      )
      shows(`${path}/confirm/:token`, { language, look: readConfirmation, page: confirmPage })
      acts(`${path}/confirm/:token`, { language, act: confirmSubscription, page: confirmedPage })
      shows(`${path}/unsubscribe/:token`, { language, look: readLeaving, page: leavePage })
      acts(`${path}/unsubscribe/:token`, { language, act: leave, page: leftPage })
    }

    function shows(url: string, { language, look, page }: Shows) {
      pages.get<{ Params: { token: string } }>(url, ({ params }, reply) =>
        answered(reply, language, async () => {
          await look.run(visitor(), params)
          return page({ language, token: params.token })
        }),
      )
    }
    function acts(url: string, { language, act, page }: Acts) {
      const config = { fromAnywhere: act === leave }
      pages.post<{ Params: { token: string } }>(url, { config }, ({ params }, reply) =>
        answered(reply, language, async () => {
          await act.run(visitor(), params)
          return page(language)
        }),
      )
    }
  })
}

const bodyLimit = 16 * 1024
const answered = answeredWith(subscriptionRefused)

type OfToken = Verb<z.ZodType<{ token: string }>, object>
type Shows = {
  language: Language
  look: OfToken
  page: (given: { language: Language; token: string }) => string
}
type Acts = { language: Language; act: OfToken; page: (language: Language) => string }

function asked(body: string, language: Language) {
  const form = new URLSearchParams(body)
  return {
    email: form.get('email') ?? '',
    language,
    topics: {
      products: form.getAll('product'),
      categories: form.getAll('category'),
      countries: form.getAll('country'),
      outsideEea: form.get('outside-eea') === 'yes',
      additionsOnly: form.get('additions-only') === 'yes',
    },
  }
}
