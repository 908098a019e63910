import { FiguresService } from '../analysis/load-figures.ts'
import type { Register } from '../open-register.ts'
import { suppliedTables } from '../supplied-tables.ts'
import { dayInSweden } from '../values/day.ts'
import { runHere } from '../worker/threads.ts'

/** All figures of a register, worked out in this process, which has nobody else to answer. */
export function allFigures(register: Register): FiguresService {
  const today = () => dayInSweden(new Date())
  return new FiguresService(register.reader, suppliedTables(register.app, runHere, today))
}
