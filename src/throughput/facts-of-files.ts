import type { Tx } from '../database/transaction.ts'
import type { Participation } from '../interventions/enrolments.ts'
import { loadParticipations } from '../interventions/interventions.queries.ts'
import { type Month, monthFromNumber } from '../values/month.ts'
import type { AssistanceFacts } from './assistance-facts.ts'
import { findFirstMonth, loadAssistanceFacts, loadUnitOf } from './throughput.queries.ts'

/** What the figures of a manager take from the files, for every period: the same until the next file is read in. */
export type FactsOfFiles = {
  /** Households that may be counted, with the code of the unit that each belongs to now. */
  unitOf: ReadonlyMap<number, string | null>
  firstMonth: Month | null
  assistance: AssistanceFacts
  participations: Participation[]
}

/** Runs under `managementTenant`. */
export async function loadFactsOfFiles(tx: Tx, municipalityId: number): Promise<FactsOfFiles> {
  const first = await findFirstMonth(tx, municipalityId)
  return {
    unitOf: await loadUnitOf(tx, municipalityId),
    firstMonth: first === null ? null : monthFromNumber(first),
    assistance: await loadAssistanceFacts(tx, municipalityId),
    participations: await loadParticipations(tx, municipalityId),
  }
}
