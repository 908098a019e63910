import { Command, InvalidArgumentError, Option } from 'commander'
import { cliText } from '../cli.text.ts'
import { readConfig } from '../config.ts'
import { findMunicipalities, openMunicipality, openRegister, type Register } from '../open-register.ts'
import { Refused } from '../refused.ts'
import { type Municipality, parseMunicipalityCode } from '../values/municipality.ts'

/** Where the register is, and whose. */
export type RegisterOptions = { data?: string; database?: string; municipality?: string }

/** A command that works on a register: it takes `--data`, `--database` and `--municipality`. */
export function registerCommand(name: string, description: string): Command {
  const command = new Command(name).description(description)
  for (const option of registerOptions()) command.addOption(option)
  return command
}

export const registerOptions = (): Option[] => [
  new Option('--data <dir>', cliText.data),
  new Option('--database <url>', cliText.database),
  new Option('--municipality <code>', cliText.municipality).argParser(municipalityCode),
]

/** Opens the register and the municipality, does the work, and closes whatever happens. */
export async function withRegister<Value>(
  options: RegisterOptions,
  work: (register: Register, municipality: Municipality) => Promise<Value>,
): Promise<Value> {
  const register = await openRegister(readConfig(options, process.env))
  try {
    return await work(register, await whichMunicipality(register, options.municipality))
  } finally {
    await register.close()
  }
}

/** The one that is asked for, or the only one there is. */
async function whichMunicipality(register: Register, code: string | undefined): Promise<Municipality> {
  if (code) return openMunicipality(register, code)
  const known = await findMunicipalities(register)
  if (known.length === 1) return known[0]!
  throw new Refused(
    known.length === 0
      ? cliText.noMunicipality
      : cliText.severalMunicipalities(known.map((each) => each.code).join(', ')),
  )
}

function municipalityCode(text: string): string {
  const code = parseMunicipalityCode(text)
  if (!code) throw new InvalidArgumentError(cliText.notAMunicipality)
  return code
}
