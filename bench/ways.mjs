/** Ways to self-support for every household of a register, made up and recorded as anybody's are: through the rules. */
import { saveEntry } from '../dist/catalogue/catalogue.queries.js'
import { withTenant } from '../dist/database/transaction.js'
import { recordEvents } from '../dist/pathway/record-events.js'
import { wholeMunicipality } from '../dist/pathway/pathway.routes.js'
import { loadWorld } from '../dist/pathway/world.js'
import { addDays } from '../dist/values/day.js'
import { randomOf } from './timing.mjs'

const batch = 500

/** Records a way for each household, seen from a day, by users in turn, with the coaches' days shared out. Gives the number of events. */
export async function recordWays({ pool, municipalityId, today, unit, userIds, coaches }) {
  const random = randomOf(11)
  const freeTime = freeTimesOf(coaches)
  const tenant = wholeMunicipality(municipalityId)
  const households = await withTenant(pool, tenant, async (tx) => {
    await saveEntry(tx, {
      municipalityId,
      kind: 'intervention',
      key: 'jobbtorg',
      seen: 0,
      body: intervention(unit),
      savedBy: null,
      now: new Date(),
    })
    return tx.query(
      `select h.household_id as id, min(m.person_id) as person from household h join household_member m using (municipality_id, household_id)
       where municipality_id = $1 and m.known_until = 'infinity' and m.role <> 'child' and h.access_scope > 0 group by 1 order by 1`,
      [municipalityId],
    )
  })
  let events = 0
  for (let first = 0; first < households.length; first += batch) {
    const recordings = households.slice(first, first + batch).flatMap(({ id, person }) => {
      const actor = { id: userIds[Math.floor(random() * userIds.length)], role: 'caseworker', units: 'all' }
      return wayOf(random, today, unit, freeTime, person).map((proposal) => ({ householdId: id, proposal, actor }))
    })
    events += recordings.length
    await withTenant(pool, tenant, async (tx) => {
      const world = await loadWorld(tx, municipalityId)
      const options = {
        municipalityId,
        world,
        now: new Date(),
        today,
        action: 'history-recorded',
        userId: null,
        isHistory: true,
      }
      const result = await recordEvents(tx, recordings, options)
      if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    })
  }
  return events
}

/** The next hour of a day that no coach has given away: the first coach from eight to four, then the second. */
function freeTimesOf(coaches) {
  const given = new Map()
  return (day) => {
    const number = given.get(day) ?? 0
    given.set(day, number + 1)
    return { coach: coaches[Math.floor(number / 8)], at: `${day}T${String(8 + (number % 8)).padStart(2, '0')}:00` }
  }
}

const intervention = (unit) => ({
  name: 'Jobbtorg',
  purpose: 'Arbete eller studier.',
  targetGroup: 'Arbetssökande',
  kind: 'guidance',
  provider: 'Kommunen',
  unit,
  places: null,
  weeks: null,
  price: { model: 'free', ore: 0 },
  goals: [{ key: 'a', text: 'Egen försörjning' }],
  priority: 1,
  from: '2018-01-01',
  until: null,
})

/** As much as usually happens to a household in half a year; everything that the list of work asks for occurs. */
function wayOf(random, today, unit, freeTime, person) {
  const events = []
  let on = addDays(today, -180 + Math.floor(random() * 170))
  const add = (kind, body, { concerns = null, household = false, after = 4 } = {}) => {
    const later = addDays(on, Math.floor(random() * after))
    on = later > today ? today : later
    events.push({ kind, personId: household ? null : person, concerns, on, body })
    return events.length
  }
  const chance = (share) => random() < share
  const goals = [{ key: 'a', text: 'Egen försörjning' }]
  const contact = add('contact-registered', {
    channel: 'phone',
    subjects: ['job-loss'],
    expectedDuration: 'long',
    unemployed: true,
  })
  if (chance(0.8))
    add(
      'routed',
      { destination: 'job-unit', suggested: 'job-unit', rule: 'a', rulesFrom: '2019-01-01' },
      { concerns: contact },
    )
  if (chance(0.7)) {
    const meeting = add('meeting-booked', { unit, ...freeTime(addDays(on, 3)), minutes: 45 }, { concerns: contact })
    if (chance(0.85)) add('meeting-held', {}, { concerns: meeting, after: 6 })
  }
  if (chance(0.7)) {
    const followUpOn = addDays(today, Math.floor(random() * 120) - 30)
    const activities = [{ key: 'a', text: 'Söka arbete', responsible: 'person' }]
    const plan = add('plan-saved', { kind: 'work', goals, activities, followUpOn }, { after: 30 })
    if (chance(0.8)) add('plan-approved', { agreedByPerson: true }, { concerns: plan })
  }
  let isStarted = false
  if (chance(0.5)) {
    const referral = add('referred', { intervention: 'jobbtorg', unit, kind: 'referred', goals }, { after: 20 })
    if (chance(0.1)) add('referral-returned', { reason: 'health-first' }, { concerns: referral })
    else if (chance(0.85)) {
      add('referral-accepted', {}, { concerns: referral })
      isStarted = true
      const plannedEnd = addDays(today, Math.floor(random() * 100) - 5)
      add('intervention-started', { plannedEnd }, { concerns: referral })
      if (chance(0.1)) add('concern-raised', { text: 'Har inte kommit de senaste gångerna.' }, { concerns: referral })
    }
  }
  const soon = () => addDays(today, Math.floor(random() * 40) - 10)
  if (chance(0.4))
    add('next-step-set', { text: nextSteps[Math.floor(random() * nextSteps.length)], on: soon() }, { household: true })
  if (chance(0.15)) add('reminder-set', { text: 'Ring om läkarintyget.', on: soon() }, { household: true })
  if (!isStarted && chance(0.15)) add('case-closed', { reason: 'work-unsubsidised' }, { household: true, after: 40 })
  return events
}

const nextSteps = ['Boka uppföljning', 'Vänta in läkarintyg', 'Möte med Arbetsförmedlingen', 'Ansöka om sjukersättning']
