import { Refusal } from '@ropewalk/domain/refusal.ts'
import { describe, expect, it } from 'vitest'
import { settingsFrom } from './settings.ts'

const refusalOf = (environment: Record<string, string>): Refusal => {
  try {
    settingsFrom(environment)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('settings', () => {
  it('need nothing', () => {
    expect(settingsFrom({}, '/srv/ropewalk')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      data: '/srv/ropewalk/data',
      url: undefined,
      databaseUrl: undefined,
      starter: 'x2o',
      secret: undefined,
      smtpUrl: undefined,
      mailFrom: 'Ropewalk <ropewalk@localhost>',
      logLevel: 'info',
      trustProxy: [],
      webhooksTo: [],
    })
  })

  it('take every variable', () => {
    const settings = settingsFrom({
      PORT: '0',
      HOST: '0.0.0.0',
      ROPEWALK_DATA: '/var/lib/ropewalk',
      ROPEWALK_URL: 'https://Register.example:443/',
      DATABASE_URL: 'postgresql://user:word@db/ropewalk',
      ROPEWALK_STARTER: 'empty',
      ROPEWALK_SECRET: 'x'.repeat(32),
      SMTP_URL: 'smtps://mail.example:465',
      MAIL_FROM: 'Privacy <privacy@register.example>',
      LOG_LEVEL: 'debug',
      ROPEWALK_TRUST_PROXY: '10.0.0.0/8, ::1',
    })
    expect(settings).toMatchObject({
      port: 0,
      url: 'https://register.example',
      data: '/var/lib/ropewalk',
      starter: 'empty',
      trustProxy: ['10.0.0.0/8', '::1'],
    })
  })

  it('take an empty variable as an absent one', () => {
    expect(settingsFrom({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    })
  })

  it('name themselves as sender under the public name', () => {
    expect(settingsFrom({ ROPEWALK_URL: 'https://register.example' }).mailFrom).toBe(
      'Ropewalk <ropewalk@register.example>',
    )
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['PORT', '1e3'],
    ['HOST', 'no host'],
    ['ROPEWALK_URL', 'register.example'],
    ['ROPEWALK_URL', 'ftp://register.example'],
    ['ROPEWALK_URL', 'https://register.example/path'],
    ['ROPEWALK_URL', 'https://user@register.example'],
    ['ROPEWALK_URL', 'https://register.example/?a'],
    ['DATABASE_URL', 'mysql://db/ropewalk'],
    ['DATABASE_URL', 'ropewalk.db'],
    ['ROPEWALK_STARTER', 'full'],
    ['ROPEWALK_SECRET', 'short'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'a@example.com, b@example.com'],
    ['MAIL_FROM', 'Name <a@example.com'],
    ['MAIL_FROM', 'a@example.com\r\nBcc: b@example.com'],
    ['LOG_LEVEL', 'loud'],
    ['ROPEWALK_TRUST_PROXY', '10.0.0.0/33'],
    ['ROPEWALK_TRUST_PROXY', 'everyone'],
  ])('refuse %s=%s with one sentence that names it', (variable, value) => {
    const refusal = refusalOf({ [variable]: value })
    expect(refusal.field).toBe(variable)
    expect(refusal.message).toMatch(new RegExp(`^${variable} must .+\\.$`))
    expect(refusal.message).not.toContain('\n')
    expect(refusal.sentence('fr')).toMatch(new RegExp(`^${variable} doit .+\\.$`))
  })

  it('need the public address when they listen to more than this machine', () => {
    expect(refusalOf({ HOST: '0.0.0.0' }).message).toContain('ROPEWALK_URL must be')
    expect(settingsFrom({ HOST: '::1' }).url).toBeUndefined()
  })

  it('do not repeat a secret', () => {
    for (const variable of ['DATABASE_URL', 'SMTP_URL', 'ROPEWALK_SECRET'])
      expect(refusalOf({ [variable]: 'x://u:hunter2@h' }).message).not.toContain('hunter2')
  })
})
