import { findEntry } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import { lookOf, type ReportLook, standardKey, standardLook } from '../reports/look.ts'

/** How the municipality's reports look; the program's own way until somebody has decided. */
export async function loadLook(tx: Tx, municipalityId: number): Promise<ReportLook> {
  const entry = await findEntry(tx, municipalityId, 'report-look', standardKey)
  return entry ? lookOf(entry.body) : standardLook
}
