import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { loggerFor } from '../logger.ts'
import { deliverer } from './delivery.ts'
import { mailWorker } from './mail-worker.ts'

// A process of its own that sends until it is killed: node worker-for-tests.ts <database file> <SMTP_URL> <secret> <seconds ahead>
const [file = '', smtpUrl = '', secret = '', ahead = '0'] = process.argv.slice(2)
const { deliver } = deliverer({
  smtpUrl,
  mailFrom: 'register@example.com',
  data: '/nowhere',
  webhooksTo: [],
})
mailWorker({
  database: openSqlite(file),
  now: () => new Date(Date.now() + Number(ahead) * 1_000),
  secret,
  deliver,
  log: loggerFor({ logLevel: 'silent' }),
  every: 50,
})
