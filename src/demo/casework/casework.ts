import type { Home } from '../compositions.ts'
import type { ObstacleMonth } from '../obstacles.ts'
import { type Plan } from '../plan.ts'
import { createRandom, type Random } from '../random.ts'
import type { Reason } from '../reasons.ts'
import { tellCountedGroups, tellPhysicianTrack } from './cohorts.ts'
import { tellFirstMeetings } from './first-meetings.ts'
import { tellHistory } from './history.ts'
import { tellAdvice, tellContact } from './intake.ts'
import { tellLive } from './live.ts'
import { tellDaily, tellPlanning } from './planning.ts'
import { tellProject } from './project.ts'
import type { HouseholdStory, Window } from './story.ts'
import { type Episode, firstDay, isSick, isUnemployed, later, type Subject, subjectsOf, windowOf } from './subject.ts'

/**
 * Three years of work with the demo's households, as the workers would have recorded it: plain data, household by household.
 *
 * Follows the payments and the obstacles of the files: contacts when assistance begins, plans where it lasts, cases that are
 * closed in the third month without it and opened again when it returns. What the modelled reports count to the person
 * comes out exactly at the usual size, in proportion at others.
 */
export function caseworkOf(
  homes: readonly Home[],
  obstacles: readonly ObstacleMonth[],
  plan: Plan,
  seed: number,
): HouseholdStory[] {
  const window = windowOf(plan)
  const random = (purpose: string) => createRandom(seed, `casework ${purpose}`)
  const all = subjectsOf(homes, obstacles, plan, seed)
  const assisted = all.filter(({ episodes }) => episodes.length > 0)
  tellCountedGroups(assisted, plan, random('counted'))
  tellPhysicianTrack(assisted, plan, random('physician'))
  for (const subject of assisted) for (const episode of subject.episodes) tellStay(subject, episode, plan, window)
  tellLive(assisted, plan, random('live'))
  tellProject(assisted, plan, random('project'))
  const met = tellFirstMeetings(assisted, plan, random('meetings'))
  for (const subject of assisted) {
    for (const episode of subject.episodes) tellEnds(subject, episode, met.has(episode))
  }
  for (const subject of all) tellRejected(subject, plan)
  leaveSomeUnassigned(assisted, window, random('unassigned'))
  return all
    .map(({ home, story }) => ({
      household: String(home.number),
      identityNumber: home.members[0]!.identityNumber,
      steps: story.steps(window),
    }))
    .filter(({ steps }) => steps.length > 0)
}

/** Planning from the fifth month, or from the first that is recorded; transfers; what was tried. */
function tellStay(subject: Subject, episode: Episode, plan: Plan, window: Window): void {
  const { first, last, contact } = episode
  const { random, responsible, story } = subject
  tellHistory(subject, episode, plan)
  const isOpen = last === plan.until - 1
  tellDaily(subject, episode, isOpen, window)
  for (const { from, unit, caseworker } of responsible) {
    if (unit === 'EBM' || from < first || from > last) continue
    story.tell('caseworker-assigned', later(firstDay(from), 1), caseworkerBefore(subject), { caseworker })
  }
  if (contact === null) return tellPlanning(subject, episode, later(window.from, random.between(0, 60)), window)
  if (last - first >= 4) tellPlanning(subject, episode, firstDay(first + 4), window)
}

const caseworkerBefore = ({ responsible }: Subject): string =>
  responsible.find(({ unit }) => unit === 'EBM')?.caseworker ?? 'Sofia Berg'

/** How it began, unless that has been told, and how it ended. */
function tellEnds(subject: Subject, episode: Episode, isTold: boolean): void {
  if (episode.contact && !isTold) tellContact(subject, episode, episode.contact)
  if (!episode.closes) return
  const isLast = subject.episodes.at(-1) === episode
  const reason = (isLast ? subject.closure : null) ?? closureReason(subject.reasonAt(episode.last), subject.random)
  const by = subject.responsible.at(-1)?.caseworker ?? subject.planner
  // Now and then a case is closed too early, and the last month is paid after that.
  const isTooEarly = isLast && subject.home.number % 61 === 0 && episode.last - episode.first > 4
  const on = isTooEarly ? later(firstDay(episode.last - 1), 6) : episode.closes
  subject.story.tell('case-closed', on, by, { reason })
}

const closures: { of: (reason: Reason) => boolean; reasons: readonly (readonly [reason: string, weight: number])[] }[] =
  [
    {
      of: isUnemployed,
      reasons: [
        ['work-unsubsidised', 30],
        ['work-subsidised', 6],
        ['studies', 11],
        ['unemployment-benefit', 7],
        ['employment-service-programme', 13],
        ['partner-income', 5],
        ['not-reapplied', 14],
        ['moved-away', 8],
        ['unknown', 6],
      ],
    },
    {
      of: isSick,
      reasons: [
        ['sickness-benefit', 34],
        ['disability-benefit', 20],
        ['work-unsubsidised', 10],
        ['not-reapplied', 18],
        ['moved-away', 8],
        ['unknown', 10],
      ],
    },
    {
      of: ({ group, label }) => group === 'pension' || label.startsWith('Pension'),
      reasons: [
        ['pension', 8],
        ['moved-away', 1],
        ['deceased', 1],
      ],
    },
    {
      of: ({ label }) => label.startsWith('Föräldrapenning'),
      reasons: [
        ['parental-benefit', 7],
        ['partner-income', 2],
        ['work-unsubsidised', 2],
      ],
    },
    {
      of: ({ label }) => label.startsWith('Etablering'),
      reasons: [
        ['establishment-benefit', 7],
        ['work-unsubsidised', 2],
        ['studies', 2],
      ],
    },
    {
      of: ({ label }) => label.startsWith('Arbetar'),
      reasons: [
        ['work-unsubsidised', 8],
        ['not-reapplied', 2],
      ],
    },
    {
      of: () => true,
      reasons: [
        ['not-reapplied', 30],
        ['unknown', 18],
        ['moved-away', 15],
        ['employment-service-programme', 12],
        ['disability-benefit', 12],
        ['work-unsubsidised', 10],
        ['transferred-authority', 3],
      ],
    },
  ]

function closureReason(reason: Reason, random: Random): string {
  const { reasons } = closures.find((each) => each.of(reason))!
  return reasons[random.weighted(reasons.map(([, weight]) => weight))]![0]
}

/** Of those who only ever were refused, the last year's. */
function tellRejected(subject: Subject, plan: Plan): void {
  const at = subject.home.months.length === 0 ? subject.home.rejected[0] : undefined
  if (at === undefined || at < plan.until - 12) return
  tellAdvice(subject, later(firstDay(at), subject.random.between(0, 15)))
}

/** A caseworker has left: some of her households have been given to a colleague, and the latest wait for somebody. */
function leaveSomeUnassigned(subjects: readonly Subject[], { until }: Window, random: Random): void {
  const own = subjects.filter(({ planner, episodes }) => planner === 'Moa Granat' && episodes.at(-1)?.closes === null)
  for (const [position, { story }] of random.shuffled(own).slice(0, 18).entries()) {
    const caseworker = position < 6 ? null : 'Klara Strand'
    story.tell('caseworker-assigned', later(until, -5), 'Eva Nyberg', { caseworker })
  }
}
