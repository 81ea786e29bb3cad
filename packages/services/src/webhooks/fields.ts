import { text } from '@ropewalk/domain/field.ts'
import { schemaOf } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'

const chapter = 'contacts' as const
export const webhookFields = {
  id: text({ label: both('Webhook', 'Webhook'), chapter }),
  label: text({ label: both('What it is for', 'À quoi il sert'), chapter }),
  url: text({ label: both('Address', 'Adresse'), chapter }),
} as const

export const webhookId = z.string().refine((id) => /^WH-\d{4,12}$/.test(id), {
  params: {
    text: both(
      'a webhook is named by its number, such as WH-0001',
      'un webhook est désigné par son numéro, par exemple WH-0001',
    ),
  },
})
export const webhookLabel = schemaOf(webhookFields.label).pipe(z.string().min(1))

/** Characters that an address holds at most. */
export const longestAddress = 2_000
const isAddress = (text: string) => {
  if (text.length > longestAddress || !URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return ['https:', 'http:'].includes(protocol) && !username && !password && !hash
}
export const webhookUrl = z
  .string()
  .refine(isAddress, {
    params: {
      text: both(
        'an address begins with https:// and holds at most 2,000 characters, no password and no #',
        'une adresse commence par https:// et contient au plus 2 000 caractères, sans mot de passe ni #',
      ),
    },
  })
  .transform((text) => new URL(text).href)
