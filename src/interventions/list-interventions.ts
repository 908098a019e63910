import type { User } from '../access/sessions.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { maySaveGroups } from '../catalogue/may-save.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { askedPeriod, daysOf, monthsIn, type PeriodQuery } from './asked-period.ts'
import { costReceipt } from './cost.ts'
import { disclose, type ShownSummary, single } from './disclosed-summary.ts'
import type { Enrolment } from './enrolments.ts'
import type {
  Asked,
  GroupRow,
  InterventionList,
  InterventionRow,
  InterventionView,
  ProjectHouseholds,
} from './interventions-view.ts'
import { type Interventions, seesExactly } from './load-interventions.ts'
import { trackGroups, trackOf, trackTable } from './physician-track.ts'
import { type Count, record, summarise } from './summary.ts'

/** Every intervention with its figures of a period; after those of the catalogue the names that only files have. */
export function interventionList(
  found: Interventions,
  user: User,
  query: PeriodQuery,
  mayEdit: boolean,
): InterventionList {
  const asked = askedPeriod(query, found.enrolments, found.today)
  const byName = new Map<string, Enrolment[]>()
  for (const each of found.enrolments) {
    const known = byName.get(each.intervention)
    if (known) known.push(each)
    else byName.set(each.intervention, [each])
  }
  const known = new Set(found.catalogue.map(({ key }) => key))
  const summary = (enrolments: readonly Enrolment[], unit?: string) =>
    shownSummary(found, user, enrolments, asked, unit)
  return {
    ...asked,
    rows: [
      ...found.catalogue.map((entry): InterventionRow => ({
        ...headOf(entry, found),
        summary: summary(byName.get(entry.key) ?? [], entry.body.unit),
        households: projectHouseholds(found, user, entry),
      })),
      ...[...byName]
        .filter(([name]) => !known.has(name))
        .map(([name, enrolments]): InterventionRow => ({
          ...nameOnly(name),
          summary: summary(enrolments),
          households: null,
        })),
    ],
    whole: summary(found.enrolments),
    isExact: seesExactly(user, found),
    hiddenProtected: found.hiddenProtected,
    mayEdit,
  }
}

const headOf = ({ key, body }: CatalogueEntry<'intervention'>, { unitNames }: Interventions) => ({
  ...{ key, name: body.name, kind: body.kind, provider: body.provider, unit: body.unit, places: body.places },
  ...{ price: body.price, priority: body.priority, from: body.from, until: body.until },
  unitName: unitNames.get(body.unit) ?? body.unit,
})

const nameOnly = (name: string): Omit<InterventionRow, 'summary' | 'households'> => ({
  ...{ key: null, name, kind: null, provider: null, unit: null, unitName: null, places: null },
  ...{ price: null, priority: null, from: null, until: null },
})

type Rights = { mayEdit: boolean; maySeePersons: boolean }

/** One intervention of the catalogue with all that its page shows but the persons; null when there is none. */
export function interventionView(
  found: Interventions,
  user: User,
  key: string,
  query: PeriodQuery,
  rights: Rights,
): InterventionView | null {
  const entry = found.catalogue.find((each) => each.key === key)
  if (!entry) return null
  const enrolments = found.enrolments.filter(({ intervention }) => intervention === key)
  const asked = askedPeriod(query, enrolments, found.today)
  const summary = shownSummary(found, user, enrolments, asked, entry.body.unit)
  const { strict } = summary.readings
  return {
    ...asked,
    entry,
    unitName: found.unitNames.get(entry.body.unit) ?? entry.body.unit,
    summary,
    households: projectHouseholds(found, user, entry),
    receipt: costReceipt(
      { ...entry.body, months: monthsRunning(entry.body, asked), groups: groupsBegun(found, key, asked) },
      strict.all,
    ),
    groups: groupRows(found, key, seesExactly(user, found, entry.body.unit)),
    track: entry.body.kind === 'social-physician' ? shownTrack(found, user, entry, asked) : null,
    isExact: seesExactly(user, found, entry.body.unit),
    hiddenProtected: found.hiddenProtected,
    mayEditGroups: maySaveGroups({ ...user, unitCodes: found.ownUnits }, entry.body.unit),
    ...rights,
  }
}

/** Months of the period from the intervention's first to its last. */
function monthsRunning({ from, until }: CatalogueEntry<'intervention'>['body'], asked: Asked): number {
  const last = until === null ? asked.to : addDays(until as Day, -1).slice(0, 7)
  const [first, end] = [later(asked.from, from.slice(0, 7)), last < asked.to ? last : asked.to] as [Month, Month]
  return first <= end ? monthsIn({ from: first, to: end }) : 0
}

const later = (a: string, b: string) => (a > b ? a : b)

function groupsBegun({ groups }: Interventions, intervention: string, asked: Asked): number | null {
  const ours = groups.filter(({ body }) => body.intervention === intervention)
  const { from, until } = daysOf(asked)
  return ours.length === 0 ? null : ours.filter(({ body }) => from <= body.start && body.start < until).length
}

function shownSummary(
  found: Interventions,
  user: User,
  enrolments: readonly Enrolment[],
  asked: Asked,
  unit?: string,
): ShownSummary {
  const summary = summarise(enrolments, daysOf(asked))
  return seesExactly(user, found, unit) ? summary : disclose(summary, limitsOf(found))
}

export const limitsOf = ({ today }: Pick<Interventions, 'today'>) =>
  valueAt(disclosureLimits, today.slice(0, 7) as Asked['to'])

/** A file names no group: who began on the first day of one is taken to be in it. */
function groupRows({ groups, paths, enrolments }: Interventions, intervention: string, isExact: boolean): GroupRow[] {
  const starts = paths.flatMap(({ path }) => path.referrals.flatMap(({ started }) => started?.body.group ?? []))
  const imported = enrolments.filter((each) => each.source === 'imported' && each.intervention === intervention)
  return groups
    .filter(({ body }) => body.intervention === intervention)
    .map(({ key, version, body }) => {
      const started =
        starts.filter((each) => each === key).length +
        imported.filter(({ startedOn }) => startedOn === body.start).length
      return {
        ...{ key, version, body },
        started: isExact ? started : null,
        left: isExact ? Math.max(0, body.places - started) : null,
      }
    })
    .sort((a, b) => (a.body.start < b.body.start ? 1 : -1))
}

/** Each household once. For whoever may not see them, small counts and small remainders are hidden. */
function projectHouseholds(
  found: Interventions,
  user: User,
  { key, body }: CatalogueEntry<'intervention'>,
): ProjectHouseholds | null {
  if (body.kind !== 'project') return null
  const stays = found.projectStays.filter(({ project }) => project === key)
  const households = (those: typeof stays) => new Set(those.map(({ householdId }) => householdId)).size
  const ever = households(stays)
  const now = households(stays.filter(({ leftOn }) => leftOn === null))
  if (seesExactly(user, found, body.unit)) return { now, ever }
  const isHidden = (count: number) => isTooFew(count, limitsOf(found))
  return {
    ever: isHidden(ever) ? null : ever,
    now: isHidden(now) || isHidden(ever) || isHidden(ever - now) ? null : now,
  }
}

function shownTrack(found: Interventions, user: User, { key, body }: CatalogueEntry<'intervention'>, asked: Asked) {
  const tracks = found.paths.flatMap(({ path }) =>
    path.referrals
      .filter(({ said }) => said.intervention === key)
      .map((referral) => trackOf(referral, found.genders.get(referral.personId) ?? null)),
  )
  const show = (count: Count) => (seesExactly(user, found, body.unit) ? count : single(count, limitsOf(found)))
  return trackTable(tracks, daysOf(asked)).map(({ step, byGroup, medianDays }) => {
    const shown = record(trackGroups, (group) => show(byGroup[group]))
    const isWhole = trackGroups.every((group) => shown[group].all !== null)
    return { step, byGroup: shown, medianDays: isWhole ? medianDays : null }
  })
}
