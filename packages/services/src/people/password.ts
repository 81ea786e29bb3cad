import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'

/** argon2id at OWASP's strength: 64 MiB, three passes, one lane. */
const strength = { memory: 65_536, passes: 3, parallelism: 1 }
const tagLength = 32
const atOnce = 2
const waitingAtMost = 64
const crowded = both(
  'Too many people are signing in at this moment. Try again in a few seconds.',
  'Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
)

/** The hash of a password as a PHC string. The text is taken byte for byte, without Unicode normalisation. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derived(password, { ...strength, salt, length: tagLength })
  const { memory, passes, parallelism } = strength
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(tag)}`
}

/** Whether a password is the one of this hash. Without a hash the same work is done, and the answer is no. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { tag, ...parameters } = partsOf(hash ?? nobodys)
  const found = await derived(password, { ...parameters, length: tag.length })
  return timingSafeEqual(found, tag) && hash !== undefined
}

const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const nobodys = `$argon2id$v=19$m=${strength.memory},t=${strength.passes},p=${strength.parallelism}$${bare(randomBytes(16))}$${bare(randomBytes(tagLength))}`

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function partsOf(hash: string) {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(hash) ?? []
  if (salt === undefined || tag === undefined) throw new Error('This hash is not an argon2id hash.')
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

type Parameters = typeof strength & { salt: Buffer; length: number }

// Each takes 64 MiB and a thread: more at once would let a burst of strangers fill the memory.
async function derived(password: string, parameters: Parameters): Promise<Buffer> {
  await turn()
  try {
    return await argon2id(password, parameters)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

let running = 0
const waiting: (() => void)[] = []
function turn(): Promise<void> | undefined {
  if (running < atOnce) {
    running += 1
    return undefined
  }
  if (waiting.length >= waitingAtMost) throw new Refusal('UNAVAILABLE', crowded)
  return new Promise((resolve) => waiting.push(resolve))
}

const argon2id = (password: string, { salt, length, ...rest }: Parameters) =>
  new Promise<Buffer>((resolve, reject) => {
    argon2(
      'argon2id',
      { message: Buffer.from(password, 'utf8'), nonce: salt, tagLength: length, ...rest },
      (error, tag) => (error ? reject(error) : resolve(tag)),
    )
  })
