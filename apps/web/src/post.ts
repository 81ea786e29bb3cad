import { reach } from './connection.ts'
import { isTrouble } from './trouble.ts'

/** A JSON request outside tRPC; throws the server's `{ code, message, field? }` when it refuses. */
export async function post(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return answered(
    await reach(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

export async function get<Answer>(
  path: string,
  is: (value: unknown) => value is Answer,
): Promise<Answer> {
  const answer = await answered(await reach(path))
  if (is(answer)) return answer
  throw new Error(`${path} answered something else`)
}

/** What a sign-in answers to who has a second factor. */
export const needsCode = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'needsCode' in answer

/** What a single-use link is for. */
export type PeopleLink = { kind: 'first' | 'invitation' | 'reset'; email?: string; name?: string }
export const isLink = (value: unknown): value is PeopleLink =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'first' || value.kind === 'invitation' || value.kind === 'reset')

async function answered(response: Response): Promise<unknown> {
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  throw isTrouble(answer) ? answer : new Error(`answered ${response.status}`)
}
