import type { Language } from '@ropewalk/domain/words.ts'
import type { FastifyRequest } from 'fastify'

/**
 * The language of an answer. A page's is in its address (`/fr/…`, `?lang=fr`) and never negotiated;
 * the web app says the one its reader chose in Accept-Language.
 */
export function languageOf(request: Pick<FastifyRequest, 'url' | 'headers'>): Language {
  const [path = '', query] = request.url.split('?', 2)
  if (path === '/fr' || path.startsWith('/fr/')) return 'fr'
  if (new URLSearchParams(query).get('lang') === 'fr') return 'fr'
  const asked = request.headers['accept-language'] ?? ''
  return path.startsWith('/api/') && /^fr\b/i.test(asked) ? 'fr' : 'en'
}
