import type { Kind } from '../kind.ts'
import { applications } from './applications.ts'
import { budget } from './budget.ts'
import { decisions } from './decisions.ts'
import { households } from './households.ts'
import { interventions } from './interventions.ts'
import { ledger } from './ledger.ts'
import { nationalMonthly } from './national-monthly.ts'
import { obstacles } from './obstacles.ts'
import { officialStatistics } from './official-statistics.ts'
import { organisation } from './organisation.ts'
import { payments } from './payments.ts'
import { staff } from './staff.ts'
import { volumes } from './volumes.ts'

/** In the order they are best read in: what others refer to first. */
export const kinds: readonly Kind[] = [
  organisation,
  households,
  nationalMonthly,
  applications,
  decisions,
  payments,
  obstacles,
  interventions,
  ledger,
  budget,
  volumes,
  staff,
  officialStatistics,
]

export const kindNamed = (name: string): Kind | null => kinds.find((kind) => kind.name === name) ?? null
