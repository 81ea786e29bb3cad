import { publicActor } from '@ropewalk/domain/permissions.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { askToObject, readObjectionable } from '@ropewalk/services/objections/ask.ts'
import { object, readObjecting } from '@ropewalk/services/objections/object.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { publicPath } from '@ropewalk/site/addresses.ts'
import {
  askToObjectPage,
  linkMailedPage,
  objectedPage,
  objectionRefused,
  objectPage,
} from '@ropewalk/site/objection-pages.ts'
import type { FastifyInstance } from 'fastify'
import { networkLimit } from './auth/network-limit.ts'
import { answeredWith, takeForms } from './public-forms.ts'

type Door = { context: () => Omit<Context, 'actor' | 'door'> }

/** Of a form with 10,000 characters of any script, percent-encoded. */
const bodyLimit = 256 * 1024
const answered = answeredWith(objectionRefused)

/**
 * `/subprocessors/changes/<id>/object` mails a link; `/subprocessors/objections/<token>` objects. A GET shows, a POST
 * acts; in French below `/fr`.
 */
export function openObjections(app: FastifyInstance, { context }: Door): void {
  const limit = networkLimit(() => context().now())
  const visitor = (): Context => ({ ...context(), actor: publicActor, door: 'public' })
  app.register(async (pages) => {
    takeForms(pages, bodyLimit)
    for (const language of languages) {
      const asking = `${publicPath(language)}/changes/:change(^CH-\\d{4,12}$)/object`
      pages.get<{ Params: { change: string } }>(asking, ({ params }, reply) =>
        answered(reply, language, async () =>
          askToObjectPage({ language, change: await readObjectionable.run(visitor(), params) }),
        ),
      )
      pages.post<{ Params: { change: string } }>(asking, ({ params, body, ip }, reply) =>
        answered(reply, language, async () => {
          limit.take(ip)
          const email = fieldsOf(body).get('email') ?? ''
          await askToObject.run(visitor(), { ...params, email, language })
          return linkMailedPage(language, params.change)
        }),
      )
      const objecting = `${publicPath(language)}/objections/:token`
      pages.get<{ Params: { token: string } }>(objecting, ({ params, ip }, reply) =>
        answered(reply, language, async () => {
          limit.take(ip)
          const asked = await readObjecting.run(visitor(), params)
          limit.giveBack(ip)
          return objectPage({ language, ...params, ...asked })
        }),
      )
      pages.post<{ Params: { token: string } }>(objecting, ({ params, body, ip }, reply) =>
        answered(reply, language, async () => {
          limit.take(ip)
          const form = fieldsOf(body)
          const [name, grounds] = [form.get('name') ?? '', form.get('grounds') ?? '']
          return objectedPage(
            language,
            await object.run(visitor(), { ...params, name, grounds, language }),
          )
        }),
      )
    }
  })
}

const fieldsOf = (body: unknown) => new URLSearchParams(String(body ?? ''))
