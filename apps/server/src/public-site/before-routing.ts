import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Lets `answers` have each request before the router does; it tells whether it answered. */
export function beforeRouting(
  server: Pick<Server, 'listeners' | 'removeAllListeners' | 'on'>,
  answers: (...heard: Parameters<Listener>) => boolean,
): void {
  const routers = server.listeners('request') as Listener[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (answers(request, response)) return
    for (const router of routers) router.call(server, request, response)
  })
}
