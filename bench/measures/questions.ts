import { compare } from '../compare.ts'
import { type Outcome, timesFloor } from '../outcome.ts'
import { doings, functions, places } from '../register/words.ts'
import { posted, verb } from '../server.ts'
import type { Setting } from './setting.ts'

const rounds = 300
const roles = ['controller', 'processor', 'toConfirm'] as const
const nth = <T>(list: readonly [T, ...T[]] | readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('An empty list has no nth.')
  return found
}

/** The first page of a filtered, sorted list with its linked names; another filter each time. */
export async function list({ cookie, toProduct, toFloor }: Setting): Promise<Outcome> {
  const filter = (round: number) => ({
    role: nth(roles, round),
    function: nth(functions, round >> 2),
  })
  const times = await compare(
    {
      product: {
        connection: toProduct,
        ask(round) {
          const { role, function: businessFunction } = filter(round)
          const sort = { by: 'name', direction: 'ascending' }
          return verb('activities.list', { filters: { role, businessFunction }, sort }, cookie)
        },
        check: atLeast(50),
      },
      floor: {
        connection: toFloor,
        ask: (round) => ({ path: `/list?${new URLSearchParams(filter(round))}` }),
        check: atLeast(50),
      },
    },
    { rounds },
  )
  return timesFloor('first page of a filtered, sorted list', times, 4)
}

/** A search over all nouns for two words; others each time. */
export async function search({ cookie, toProduct, toFloor }: Setting): Promise<Outcome> {
  const query = (round: number) =>
    `${nth(doings, round)} ${nth(places, round >> 1)}`.toLowerCase().split(' ').slice(-2).join(' ')
  const times = await compare(
    {
      product: {
        connection: toProduct,
        ask: (round) => verb('register.search', { query: query(round) }, cookie),
      },
      floor: {
        connection: toFloor,
        ask: (round) => ({
          path: `/search?${new URLSearchParams({ query: plain(query(round)) })}`,
        }),
      },
    },
    { rounds },
  )
  return timesFloor('search', times, 3)
}

/** One activity with all its rows and the names it links to. */
export async function record({ cookie, toProduct, toFloor }: Setting): Promise<Outcome> {
  const times = await compare(
    {
      product: {
        connection: toProduct,
        ask: (round) => verb('activities.read', { id: idAt(round) }, cookie),
      },
      floor: { connection: toFloor, ask: (round) => ({ path: `/record?id=${idAt(round)}` }) },
    },
    { rounds },
  )
  return timesFloor('a record with all its rows', times, 6)
}

/** One changed cell at the version that was read, durable with its history when it is answered. */
export async function change({ product, cookie, toProduct, toFloor }: Setting): Promise<Outcome> {
  const times = await compare(
    {
      product: {
        connection: toProduct,
        ask: (round) =>
          posted(
            '/api/trpc/activities.change',
            {
              id: idAt(round + 5000),
              version: 1,
              changes: { fields: { description: `Change ${round}` } },
            },
            { port: product.port, cookie },
          ),
      },
      floor: {
        connection: toFloor,
        ask: (round) => ({
          method: 'POST',
          path: '/change',
          body: JSON.stringify({
            id: idAt(round + 5000),
            version: 1,
            description: `Change ${round}`,
          }),
        }),
      },
    },
    { rounds },
  )
  return timesFloor('a durable change with its history', times, 10)
}

const idAt = (round: number) => `PA-${String(1 + ((round * 7) % 9_999)).padStart(4, '0')}`
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '')

const atLeast = (rows: number) => (answer: { body: Buffer }) => {
  const { result, rows: own } = JSON.parse(answer.body.toString())
  const found = (result?.data?.rows ?? own).length
  if (found < rows) throw new Error(`Only ${found} of ${rows} rows were answered.`)
}
