import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance } from 'fastify'

const deepest = 32

/**
 * Takes JSON bodies and nothing else. Refuses those nested deeper than 32 levels before anything
 * parses them, also where a door (tRPC) takes the text as it stands or in `?input=`.
 */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body)
    if (isDeeperThan(text, deepest)) done(tooDeep())
    else parse(request, text, done)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    const { input } = request.query as { input?: unknown }
    const deep = [request.body, input].some(
      (text) => typeof text === 'string' && isDeeperThan(text, deepest),
    )
    done(deep ? tooDeep() : undefined)
  })
}

/** Whether lists and objects in a JSON text are nested more than `most` deep. Reads it once, builds nothing. */
export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === quote) at = endOfString(text, at)
    else if (sign === openList || sign === openObject) {
      depth++
      if (depth > most) return true
    } else if (sign === closeList || sign === closeObject) depth--
  }
  return false
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === backslash) first--
  return (at - first) % 2 === 1
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [34, 92, 91, 93, 123, 125]

const tooDeep = () =>
  new Refusal(
    'INVALID',
    both(
      'What was sent is nested too deeply: at most {deepest} levels.',
      'Ce qui a été envoyé est imbriqué trop profondément : {deepest} niveaux au plus.',
    ),
    { values: { deepest } },
  )
