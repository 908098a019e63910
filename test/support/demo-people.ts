import { journeyDemo } from './journey-app.ts'
import { women } from './small-extracts.ts'

const register = new TextDecoder('windows-1252').decode(
  journeyDemo().files.find(({ fileName }) => fileName === 'hushall.csv')!.bytes,
)

/** The identity number that the register leader of a household of the demo says at the counter. */
export function numberOf(householdKey: string): string {
  const row = register.split(/\r?\n/).find((line) => line.startsWith(`${householdKey};`))
  if (!row) throw new Error(`The demo has no household ${householdKey}`)
  return row.split(';')[1]!
}

/** A valid number that nobody in the demo has. */
export const unknownNumber = (): string => {
  const number = women.find((each) => !register.includes(each))
  if (!number) throw new Error('Everybody is in the demo')
  return number
}
