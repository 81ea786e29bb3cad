import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyRequest } from 'fastify'
import { appRouter } from './router.ts'

/** A page as it first stands: its drawn HTML, and the answers it was drawn from by the names that the web app keeps them under. */
export type Drawn = {
  noun: string
  language: Language
  title: string
  html: string
  answers: readonly (readonly [key: unknown, answer: unknown])[]
}
type Verb = { router: string; verb: string; input: unknown }
/** The web app's part, built for the server: undefined where an address has no first screen. */
export type FirstScreen = (asked: {
  path: string
  /** As in the address, `?` included. */
  search: string
  ask: (verb: Verb) => Promise<unknown>
}) => Promise<Drawn | undefined>

export type FirstScreens = (request: FastifyRequest) => Promise<Drawn | undefined>

/** Longest that a page waits for its rows, milliseconds: after that it comes without, and asks for them itself. */
const patience = 1_000

/**
 * Draws what a page first shows, from the verbs that its browser would ask, with the permissions of who asks. Undefined,
 * and the page draws itself: for a stranger, an earlier day, a refusal, a fault.
 */
export function firstScreens(
  context: (request: FastifyRequest) => Promise<Context>,
  load = built,
): FirstScreens {
  let draws: Promise<FirstScreen | undefined> | undefined
  return async (request) => {
    const [path = '', query] = request.url.split('?', 2)
    const search = query ? `?${query}` : ''
    const params = new URLSearchParams(search)
    if (!request.headers.cookie || params.has('as-of') || params.has('lang')) return undefined
    try {
      draws ??= load()
      const draw = await draws
      if (!draw) return undefined
      const caller = appRouter.createCaller(await context(request))
      const drawn = draw({ path, search, ask: (verb) => askOf(caller, verb) })
      const late = setTimeout(patience, undefined, { ref: false })
      return await Promise.race([drawn, late])
    } catch (err) {
      if (!isRefused(err)) request.log.error({ err }, 'a first screen could not be drawn')
      return undefined
    }
  }
}

/** Undefined until the web app is built. */
async function built(): Promise<FirstScreen | undefined> {
  const file = fileURLToPath(new URL('../dist/first-screen.js', import.meta.url))
  if (!existsSync(file)) return undefined
  return ((await import(file)) as { firstScreen: FirstScreen }).firstScreen
}

type Caller = ReturnType<typeof appRouter.createCaller>
type Verbs = Record<string, Record<string, (input: unknown) => Promise<unknown>> | undefined>
async function askOf(caller: Caller, { router, verb, input }: Verb): Promise<unknown> {
  const run = (caller as unknown as Verbs)[router]?.[verb]
  if (!run) throw new Error(`there is no verb ${router}.${verb}`)
  // As it arrives over HTTP: what JSON leaves out is left out here too.
  return JSON.parse(JSON.stringify(await run(input)))
}

const isRefused = (error: unknown) =>
  error instanceof Error && (error instanceof Refusal || error.cause instanceof Refusal)
