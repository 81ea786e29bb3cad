import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string; from: string; message: string; messageId: string }

/**
 * A real mail server on loopback. By what stands before the @: `refuse` is refused for good, `later` for now, `full`
 * after its text; `drop` is taken and the connection cut before the answer; the rest is taken.
 */
export async function smtpServer(options: { wait?: number; whenTaken?: () => void } = {}) {
  const received: Received[] = []
  const sockets = new Set<{ destroy: () => unknown }>()
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, answer) {
      if (address.startsWith('refuse')) return answer(saying(550, `no ${address} here`))
      if (address.startsWith('later')) return answer(saying(450, 'come again later'))
      return answer()
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const message = Buffer.concat(parts).toString()
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        if (to.startsWith('full')) return answer(saying(552, 'mailbox full'))
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const messageId = /^Message-ID: (.*)$/im.exec(message)?.[1]?.trim() ?? ''
        received.push({ to, from, message, messageId })
        if (to.startsWith('drop')) for (const socket of sockets) socket.destroy()
        options.whenTaken?.()
        setTimeout(() => answer(null, 'taken'), options.wait ?? 0)
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((done) => server.close(done))
    },
  }
}

const saying = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode })
