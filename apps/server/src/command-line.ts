import { Refusal } from '@ropewalk/domain/refusal.ts'
import { forgetEarlierDays } from '@ropewalk/services/log/register-at.ts'
import { readCommand, usage } from './command.ts'
import { prepareDataFolder } from './data-folder.ts'
import { logKeeper } from './log-keeper.ts'
import { openDatabase } from './open-database.ts'
import { commandContext } from './people-cli.ts'
import { settingsFrom } from './settings.ts'

/** 0 done, 1 refused or failed with one sentence on standard error, 2 wrong usage. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const command = readCommand(args)
  if (!command.run) {
    const stream = command.isHelp ? process.stdout : process.stderr
    stream.write(`${command.fault ? `${command.fault}\n` : ''}${usage}\n`)
    return command.isHelp ? 0 : 2
  }
  try {
    const settings = settingsFrom(process.env)
    prepareDataFolder(settings)
    const database = await openDatabase(settings)
    try {
      const answer = await command.run(
        commandContext(database, await logKeeper(database, settings), settings.url),
      )
      if (answer)
        process.stdout.write(`${command.isJson ? JSON.stringify(answer.json) : answer.text}\n`)
      return answer?.exit ?? 0
    } finally {
      await forgetEarlierDays(database)
      await database.close()
    }
  } catch (error) {
    const sentence =
      error instanceof Refusal
        ? error.message
        : `This failed: ${error instanceof Error ? error.message : String(error)}`
    process.stderr.write(`${sentence.replaceAll(/\s*\n\s*/g, ' ')}\n`)
    return 1
  }
}
