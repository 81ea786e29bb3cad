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

/** Asks for the end of what an address names; the answer says what is left of it. */
export async function discard<Answer>(
  path: string,
  is: (value: unknown) => value is Answer,
): Promise<Answer> {
  const answer = await answered(await reach(path, { method: 'DELETE' }))
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

/** Sends a file as it is; `is` says whether the answer is what was asked for. */
export async function postFile<Answer>(
  path: string,
  file: Blob,
  is: (value: unknown) => value is Answer,
): Promise<Answer> {
  const headers = { 'content-type': file.type }
  const answer = await answered(await reach(path, { method: 'POST', headers, body: file }))
  if (is(answer)) return answer
  throw new Error(`${path} answered something else`)
}

/** A JSON request whose answer is a file, with the name that the server gives it. */
export async function postForFile(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<{ name: string; file: Blob }> {
  const response = await reach(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) await answered(response)
  const said = response.headers.get('content-disposition') ?? ''
  return { name: /filename="([^"]+)"/.exec(said)?.[1] ?? '', file: await response.blob() }
}
