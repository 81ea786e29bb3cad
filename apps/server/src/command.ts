import { parseArgs } from 'node:util'
import { backupVerb, restoreVerb } from './backup/backup-cli.ts'
import { exportDataset } from './export-cli.ts'
import { packCommand } from './pack/pack-cli.ts'
import {
  type Answer,
  type CommandContext,
  passwordFrom,
  tokenAdd,
  userAdd,
  userDisable,
  userList,
  userPassword,
  userSecondFactorReset,
} from './people-cli.ts'
import type { Settings } from './settings.ts'
import { siteVerb } from './site-copy/site-cli.ts'
import { siteWords } from './site-copy/site-words.ts'
import { verifyPackFile, verifyRegister } from './verify-cli.ts'

export const usage = `Usage: pnpm ropewalk <verb>
  user add <e-mail> --name <name> --role <role…> [--expires <day>]   the password on standard input
  user list
  user password <e-mail>                                             the password on standard input
  user disable <e-mail>
  user second-factor-reset <e-mail>
  token add <e-mail> --name <label> [--expires <day>]
  export <dataset> [--format csv|xlsx|json] [--profile excel|plain] [--columns <a,b>] [--lang en|fr] [--archived yes]
    [--as-of <day>] [--from <day> --to <day>] [--out <file>]
  export register [--format json|jsonld] [--as-of <day>] [--out <file>]   the whole register
  export record-controller|record-processor [--format pdf|docx] [--lang en|fr] [--archived yes] [--as-of <day>] [--out <file>]
  export ico-controller|cnil [--lang en|fr] [--archived yes] [--as-of <day>] [--out <file>]
  pack --from <day> --to <day> --out <file.zip>                      the evidence pack of a period
  verify <file.zip> [--against <earlier head or pack>] [--key <public key>]   a pack, from its bytes alone
  verify --live [--against <earlier head or pack>] [--key <public key>]       the log and every record, recomputed
  backup <file> [--with-key] [--unsigned]                            one file, beside a running server too
  restore <file> [--older] [--unsigned]                              the server stopped; --older gives entries up
  restore <file> --try                                               into a scratch place, verified, thrown away
  site <folder>                                                      the public site as files, for any web server
Roles: admin, dpo, editor, auditor. --json gives machine-readable answers.`

const options = {
  name: { type: 'string' },
  role: { type: 'string', multiple: true },
  expires: { type: 'string' },
  format: { type: 'string' },
  profile: { type: 'string' },
  columns: { type: 'string' },
  lang: { type: 'string' },
  archived: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  live: { type: 'boolean' },
  against: { type: 'string' },
  key: { type: 'string' },
  'with-key': { type: 'boolean' },
  older: { type: 'boolean' },
  unsigned: { type: 'boolean' },
  try: { type: 'boolean' },
  'as-job': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
type Given = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>['values']

export type Command = {
  isJson: boolean
  isHelp: boolean
  /** Begun by the server, not by a person. */
  isJob?: boolean
  fault?: string
  /** Undefined when the words are not understood. */
  run?: (context: CommandContext) => Promise<Answer | undefined>
  /** For what opens the register by itself, or must not open it. */
  alone?: (settings: Settings) => Promise<Answer>
}

/** What a command line asks for. Roles may follow one `--role` or several, or be joined by commas. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: withRoles(args),
      options,
      allowPositionals: true,
    })
    const said = { isJson: values.json ?? false, isHelp: values.help ?? false }
    const isJob = values['as-job'] ?? false
    const alone = aloneOf(positionals, values)
    if (alone && !values.help) return { ...said, isJob, alone }
    if (positionals[0] === 'site' && !positionals[1] && !values.help)
      return { ...said, fault: siteWords.noFolder.en }
    const found = verbOf(positionals, values)
    return found && !values.help ? { ...said, run: found } : said
  } catch (error) {
    return {
      isJson: false,
      isHelp: false,
      fault: error instanceof Error ? error.message : String(error),
    }
  }
}

// `--role admin dpo` names two roles: what follows up to the next option belongs to it.
function withRoles(args: readonly string[]): string[] {
  let inRoles = false
  return args.flatMap((word) => {
    if (word.startsWith('-')) {
      inRoles = word === '--role'
      return inRoles ? [] : [word]
    }
    return inRoles ? word.split(',').flatMap((role) => ['--role', role]) : [word]
  })
}

function aloneOf([verb, file, ...rest]: readonly string[], given: Given): Command['alone'] {
  if (!file || rest.length > 0) return undefined
  if (verb === 'verify' && !given.live) return () => verifyPackFile(file, given)
  if (verb === 'backup') return (settings) => backupVerb(settings, file, given)
  if (verb === 'site') return (settings) => siteVerb(settings, file)
  return verb === 'restore' ? (settings) => restoreVerb(settings, file, given) : undefined
}

function verbOf(words: readonly string[], given: Given): Command['run'] {
  const [noun, verb, subject = '', ...rest] = words
  if (rest.length > 0) return undefined
  if (noun === 'export' && verb && subject === '')
    return (context) => exportDataset(context, verb, given)
  if (noun === 'verify' && given.live && verb === undefined)
    return (context) => verifyRegister(context, given)
  const { from, to, out } = given
  if (noun === 'pack' && verb === undefined)
    return from && to && out ? (context) => packCommand(context, { from, to, out }) : undefined
  const { name = '', role: roles = [], expires } = given
  const typed = () => passwordFrom(process.stdin)
  switch (`${noun} ${verb}`) {
    case 'user list':
      return subject ? undefined : userList
    case 'user add':
      return subject && name && roles.length > 0
        ? async (context) =>
            userAdd(context, { email: subject, name, roles, expires }, await typed())
        : undefined
    case 'user password':
      return subject
        ? async (context) => userPassword(context, { email: subject }, await typed())
        : undefined
    case 'user disable':
      return subject ? (context) => userDisable(context, { email: subject }) : undefined
    case 'user second-factor-reset':
      return subject ? (context) => userSecondFactorReset(context, { email: subject }) : undefined
    case 'token add':
      return subject && name
        ? (context) => tokenAdd(context, { email: subject, name, expires })
        : undefined
    default:
      return undefined
  }
}
