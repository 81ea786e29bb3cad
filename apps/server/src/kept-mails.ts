import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { KeptMail } from '@ropewalk/services/people/kept-mails.ts'
import { sync } from './durable.ts'
import { headersIn } from './mail-headers.ts'

/**
 * Keeps a whole message as `<data>/mail/<time>-<end of its id>.eml`, readable by the server's user alone, before
 * the outbox takes it for kept; kept once more, it takes its own place.
 */
export async function keepMail(
  data: string,
  { id, queuedAt }: { id: string; queuedAt: string },
  message: Buffer,
): Promise<string> {
  const folder = join(data, 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = `${queuedAt.replace(/[-:]/g, '')}-${id.slice(-12)}.eml`
  const draft = join(folder, `${file}.${randomBytes(6).toString('hex')}.draft`)
  await writeFile(draft, message, { flag: 'wx', mode: 0o600 })
  await sync(draft)
  await rename(draft, join(folder, file))
  await sync(folder)
  return file
}

/** The mails in the data folder, newest first, at most 200. */
export async function keptMails(data: string): Promise<KeptMail[]> {
  const folder = join(data, 'mail')
  const files = await readdir(folder).catch(noneWhenMissing)
  const newest = files
    .filter((file) => fileName.test(file))
    .sort()
    .reverse()
    .slice(0, 200)
  return Promise.all(
    newest.map(async (file) => {
      const { to = '', subject = '' } = headersIn(await startOf(join(folder, file)))
      return { file, to: to.replace(/^.*<(.+)>$/, '$1'), subject, at: timeOf(file) }
    }),
  )
}

/** One kept mail whole, as it would have been sent. Refuses names that are not a kept mail's. */
export async function keptMail(data: string, file: string): Promise<Buffer> {
  if (!fileName.test(file)) throw new Refusal('NOT_FOUND', noSuchMail)
  return readFile(join(data, 'mail', file)).catch((error) => {
    noneWhenMissing(error)
    throw new Refusal('NOT_FOUND', noSuchMail)
  })
}

const fileName = /^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d\.\d{3}Z)-[0-9a-f]{12}\.eml$/
const timeOf = (file: string) => file.replace(fileName, '$1-$2-$3:$4:$5')

async function startOf(path: string): Promise<string> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(8192), 0, 8192, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function noneWhenMissing(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}

const noSuchMail = both('There is no such mail.', 'Ce courriel n’existe pas.')
