import { Refusal } from '@ropewalk/domain/refusal.ts'
import { forgetEarlierDays } from '@ropewalk/services/log/register-at.ts'
import { type Command, readCommand, usage } from './command.ts'
import { prepareDataFolder } from './data-folder.ts'
import { logKeeper } from './log-keeper.ts'
import { openDatabase } from './open-database.ts'
import { commandContext } from './people-cli.ts'
import { type Settings, settingsFrom } from './settings.ts'

/** 0 done, 1 refused or failed with one sentence on standard error, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const command = readCommand(args)
  const { run, alone } = command
  if (!run && !alone) {
    const stream = command.isHelp ? process.stdout : process.stderr
    stream.write(`${command.fault ? `${command.fault}\n` : ''}${usage}\n`)
    return command.isHelp ? 0 : 2
  }
  try {
    const settings = settingsFrom(process.env)
    const answer = run ? await inRegister(settings, run) : await alone?.(settings)
    if (answer)
      process.stdout.write(`${command.isJson ? JSON.stringify(answer.json) : answer.text}\n`)
    return answer?.exit ?? 0
  } catch (error) {
    const sentence =
      error instanceof Refusal
        ? error.message
        : `This failed: ${error instanceof Error ? error.message : String(error)}`
    const why =
      error instanceof Refusal
        ? { en: error.sentence('en'), fr: error.sentence('fr') }
        : { en: sentence, fr: sentence }
    // The server tells its people, each in the own language, why what it had begun failed.
    const told = command.isJob ? JSON.stringify(why) : sentence.replaceAll(/\s*\n\s*/g, ' ')
    process.stderr.write(`${told}\n`)
    return 1
  }
}

async function inRegister(settings: Settings, run: NonNullable<Command['run']>) {
  prepareDataFolder(settings)
  const database = await openDatabase(settings)
  try {
    return await run(commandContext(database, await logKeeper(database, settings), settings.url))
  } finally {
    await forgetEarlierDays(database)
    await database.close()
  }
}
