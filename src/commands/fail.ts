import { CommanderError } from 'commander'
import { refusalText } from '../calculate/refusals.text.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { cliText, commandText } from '../cli.text.ts'
import { DatabaseRefusal } from '../database/refusal.ts'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import { Refused } from '../refused.ts'
import { print, say } from './terminal.ts'

// Its answer is always one JSON document, a refusal too.
const isCalculation = process.argv[2] === 'calculate'

/** Tells what went wrong and sets the exit code: 2 for what is refused, 1 for a bug. */
export function fail(error: unknown): void {
  // Commander has shown the help that was asked for.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    if (error.exitCode === 0) return
    const message = commandMessage(error)
    say(message)
    if (isCalculation) print({ refused: { kind: 'bad-option', message } })
  } else if (error instanceof CannotCalculate) {
    const message = refusalText[error.kind](error.detail)
    say(message)
    print({ refused: { kind: error.kind, message } })
    process.exitCode = 2
  } else if (error instanceof UnreadableFile) {
    const { row, column, found, expected } = error
    const where = Object.entries({ row, column, found, expected }).filter(([, value]) => value !== undefined)
    say([error.text, ...where.map(([name, value]) => `${name}: ${String(value)}`)].join('\n'))
    if (isCalculation) print({ refused: { kind: error.problem, message: error.text } })
    else if (process.argv.includes('--json'))
      print({ refused: { kind: error.problem, message: error.text, ...Object.fromEntries(where) } })
    process.exitCode = 2
  } else if (error instanceof Refused || error instanceof DatabaseRefusal) {
    say(error.message)
    process.exitCode = 2
  } else if (isFileError(error)) {
    const message = error.code === 'ENOENT' ? cliText.noSuchFile(String(error.path)) : cliText.noFile
    say(message)
    if (isCalculation) print({ refused: { kind: 'missing-file', message } })
    process.exitCode = 2
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = 1
  }
}

/** Commander writes English, with what it speaks of in quotes; the reason for a value that is wrong is ours. */
function commandMessage({ code, message }: CommanderError): string {
  const named = Array.from(message.matchAll(/'([^']*)'/g), ([, name = '']) => name)
  return (
    commandText[code]?.(named) ??
    message.replace(/^error: option '(.*?)' argument '(.*?)' is invalid\. /, '$1: ”$2” går inte. ')
  )
}

/** A name that leads to no file that can be read: nothing is there, or a folder, or it is closed to the reader. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && fileErrors.has(error.code)
}

const fileErrors = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP'])
