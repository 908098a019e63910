import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { householdsWithAssistance, type Months } from '../calculations/assistance.ts'
import { type Concentration, concentrationOf, type CostRanking } from '../calculations/cost-ranking.ts'
import { assistedOf, marksOf } from '../calculations/group-follow-up.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import type { Panel } from '../calculations/panel.ts'
import type { PreparedPanel } from '../calculations/prepared-panel.ts'
import { withTenant } from '../database/transaction.ts'
import { housingSituations } from '../parameters/code-lists/lists.ts'
import { obstacleGroupLabel } from '../parameters/code-lists/obstacles.ts'
import { valueAt } from '../parameters/dated.ts'
import { type DisclosureLimits, disclosureLimits } from '../parameters/disclosure-limits.ts'
import { withoutIdentityNumbers } from '../values/identity-number.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { GroupNeeds } from './freeze-group.ts'
import { countUnlisted, listSeen, type ToList } from './listed-households.ts'
import { meantBy, nationalCode, preparedOf, rankHouseholds, usualPeriod } from './rank-households.ts'
import { concentrationTable, curveOf, personsTable } from './ranking-tables.ts'
import { rankingText as text } from './target-groups.text.ts'
import type { RankingView, Rule } from './target-groups-view.ts'

/** A rule as it was asked for; without a period that of `usualPeriod`. */
export type AskedRule = Omit<Rule, 'period'> & { period: Rule['period'] | null }

/** The households that a rule means, what they cost and of what that is a share. Every household that is sent is logged as read. */
export async function showRanking(needs: GroupNeeds, user: User, asked: AskedRule): Promise<RankingView | null> {
  const { pool, figures, municipality, today } = needs
  const { panel } = await figures.money(municipality, null)
  const period = asked.period ?? usualPeriod(panel)
  if (!period) return null
  const rule: Rule = { ...asked, period }
  const prepared = preparedOf(panel)
  const ranking = await rankHouseholds(pool, municipality.id, prepared, rule)
  const chosen = meantBy(rule, ranking)
  const limits = valueAt(disclosureLimits, period.from as Month)
  const wanted = rankedHouseholds(panel, ranking, chosen)
  const rows = await withTenant(pool, tenantOf(user), async (tx) => {
    const seen = await listSeen(tx, user, wanted)
    await logEntry(tx, {
      ...{ municipalityId: municipality.id, userId: user.id, action: 'households-ranked', subject: 'target-groups' },
      householdIds: seen.map(({ id }) => id),
      detail: withoutIdentityNumbers(rule),
    })
    return seen
  })
  const found = concentrationOf(ranking, chosen)
  return {
    ...{ today: today(), mayEdit: user.role === 'manager', rule, chosen, rows },
    ...{ dataFrom: monthFromIndex(panel.firstMonth), dataTo: monthFromIndex(panel.untilMonth - 1) },
    ...said(found, ranking, period, limits),
    persons: personsOf(prepared, ranking, chosen, period, limits),
    concentration: concentrationTable(ranking, chosen, limits),
    curve: curveOf(ranking, limits),
    unlisted: await countUnlisted(pool, municipality.id, wanted, rows),
    choices: choicesOf(panel),
  }
}

export const rankedHouseholds = ({ householdIds }: Panel, ranking: CostRanking, chosen: number): ToList[] =>
  Array.from(ranking.households.subarray(0, chosen), (household, place) => ({
    id: householdIds[household]!,
    ...{ rank: place + 1, costOre: ranking.costOre[place]!, months: ranking.months[place]!, from: null, until: null },
  }))

function said(found: Concentration | null, { base }: CostRanking, period: Rule['period'], limits: DisclosureLimits) {
  if (!found) return { sentence: '', base: '' }
  const { households, shareOfHouseholds, shareOfCost, shareOfMonth, timesAverage, timesOthers } = found
  const words = periodInWords({ from: period.from as Month, until: period.until as Month })
  return {
    sentence: isTooFew(households, limits)
      ? text.sentenceFew(households, words)
      : text.sentence(households, base.households, words, shareOfHouseholds, shareOfCost, timesAverage, timesOthers),
    base: text.base(base.households, Math.round(base.householdMonths / base.months), households, shareOfMonth),
  }
}

function personsOf(
  prepared: PreparedPanel,
  ranking: CostRanking,
  chosen: number,
  period: Rule['period'],
  limits: DisclosureLimits,
) {
  const months: Months = { from: monthIndex(period.from as Month), until: monthIndex(period.until as Month) }
  const { household } = prepared.panel.householdMonths
  const everybody = Array.from(householdsWithAssistance(prepared, months).rows, (row) => household[row]!)
  const few = assistedOf(prepared, marksOf(prepared, ranking.households.subarray(0, chosen)), months)
  const all = assistedOf(prepared, marksOf(prepared, everybody), months)
  const costOre = concentrationOf(ranking, chosen)?.costOre ?? 0
  return personsTable({ ...few, costOre }, { ...all, costOre: ranking.base.costOre }, limits)
}

function choicesOf({ units, obstacles }: Panel): RankingView['choices'] {
  return {
    units: units.map(({ code, name }) => ({ code, label: name })),
    obstacles: Object.entries(obstacleGroupLabel).flatMap(([code, label]) => {
      const codes = obstacles.filter(({ group }) => group === label).map((each) => nationalCode(each.code))
      return codes.length > 0 ? [{ code, label, codes: [...new Set(codes)] }] : []
    }),
    housing: housingSituations.map(({ code, label }) => ({ code, label })),
  }
}
