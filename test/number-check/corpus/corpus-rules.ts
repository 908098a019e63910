import { transposed } from './corpus-numbers.ts'
import { figure, type Said, say, wrong } from './corpus-text.ts'
import type { World } from './corpus-world.ts'

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (value: number): string => String(value).padStart(2, '0')

export function agreement(world: World): Said {
  const { between, one, year } = world
  const [start, end] = [between(0, 11), between(0, 11)]
  const until = figure(
    `${lastDays[end]} ${months[end]} ${year + 1}`,
    ...wrong('impossible date', `${lastDays[end] === 31 ? 32 : 31} ${months[end]} ${year + 1}`),
    ...wrong('period reversed', `${lastDays[end]} ${months[end]} ${year - 1}`),
  )
  return one([
    say('agreement')`Avtalet gäller från och med den 1 ${months[start]!} ${year} till och med den ${until}.`,
    say(
      'agreement',
    )`Uppdraget löper från den 1 ${months[start]!} ${year} till den ${until} och kan därefter förlängas med ett år.`,
  ])
}

export function project(world: World): Said {
  const { pen, between, one, year } = world
  const month = between(0, 11)
  const last = lastDays[month]!
  const until = figure(
    `${year + 1}-${two(month + 1)}-${last}`,
    ...wrong('impossible date', `${year + 1}-${two(month + 1)}-${last + 1 > 29 ? last + 1 : 30}`, `${year + 1}-13-01`),
    ...wrong('period reversed', `${year - 2}-${two(month + 1)}-${last}`),
  )
  const from = `${year}-${two(between(1, 12))}-01`
  return one([
    say('project period')`Projektet pågår ${from}${pen.range('', '')}${until} och finansieras med statsbidrag.`,
    say('project period')`Projekttid: ${from} t o m ${until}.`,
  ])
}

export function decision(world: World): Said {
  const { between, one, year, committee } = world
  const day = figure(
    `${year - 1}-${two(between(1, 12))}-${two(between(1, 28))}`,
    ...wrong('impossible date', `${year - 1}-11-31`),
  )
  return one([
    say('decision')`Uppdraget gavs av kommunfullmäktige (KF ${day} § ${between(20, 260)}).`,
    say(
      'decision',
    )`Nämnden godkände rapporten (${committee.short}/${year - 1}:${between(10, 400)}) och därefter kommunstyrelsen (KS/${year}:${between(10, 600)}).`,
    say(
      'decision',
    )`Beslut fattades ${day}, § ${between(20, 190)}, dnr ${year}/${between(100, 990)}-${between(10, 70)}.`,
    say('decision')`Sammanträdet hölls den ${figure('30 april', ...wrong('impossible date', '31 april'))} ${year}.`,
  ])
}

export function goal(world: World): Said {
  const { pen, between, year } = world
  const aim = between(60, 90)
  const isReached = world.chance(0.6)
  const outcome = isReached ? between(aim + 1, 97) : between(aim - 18, aim - 3)
  const far = isReached ? between(aim - 18, aim - 4) : between(aim + 3, 98)
  const now = figure(pen.percent(outcome, 0), ...wrong('claim', pen.percent(far, 0)))
  return say(
    'goal',
  )`Målet är att andelen ${world.share()} ska vara minst ${pen.percent(aim, 0)}. Utfallet för ${year} är ${now}, vilket innebär att målet ${isReached ? 'nås' : 'inte nås'}.`
}

/** Figures that stand alone: nothing follows from them, but somebody may have forgotten to fill them in. */
export function alone(world: World): Said {
  const { pen, between, one, year } = world
  const n = between(14, 90)
  const blank = wrong('placeholder', one(['xx', 'XX', 'X', '[antal]', '___']))
  return one([
    say('figure alone')`Nämnden anordnade ${figure(pen.count(n), ...blank)} öppna informationsmöten under ${year}.`,
    say(
      'figure alone',
    )`Ett mindre antal hushåll har varit aktuella i ${figure(pen.count(between(3, 9)), ...wrong('placeholder', 'xx antal'))} år.`,
    say('figure alone')`Rekrytering av ${figure(pen.inWords(between(2, 9)), ...blank)} socialsekreterare pågår.`,
    say(
      'figure alone',
    )`Statsbidraget för ${year} är ${figure(pen.thousands(between(300, 4000)), ...wrong('placeholder', 'xxx tkr', 'XX tkr'))}.`,
  ])
}

/** One figure in two sections of a text: in the summary, and where it belongs. */
export function repeated(world: World): [Said, Said] {
  const { pen, between, period, one } = world
  const { plural, low, high } = world.topic()
  const n = Math.max(140, between(low, high))
  const far = n + Math.round(n * 0.13)
  const again = figure(pen.count(n), ...wrong('repeated figure', pen.count(far)), ...transposed(n, 9, pen.count))
  const first = one([
    say('repeated figure')`Antalet ${plural} var ${pen.count(n)} under ${period.text}.`,
    say('repeated figure')`I korthet: ${pen.count(n)} ${plural} under ${period.text}.`,
  ])
  const second = one([
    say('repeated figure')`Under ${period.text} var antalet ${plural} ${again}.`,
    say(
      'repeated figure',
    )`Antalet ${plural} var ${again} under ${period.text}, vilket har påverkat arbetet i hela förvaltningen.`,
  ])
  return [first, second]
}

export function repeatedMoney(world: World): [Said, Said] {
  const { pen, between, one } = world
  const tkr = between(1500, 30000)
  const unit = world.unit()
  const again = figure(
    pen.thousands(tkr),
    ...wrong('repeated figure', pen.thousands(Math.round(tkr * 1.14))),
    ...transposed(tkr, 9, pen.thousands),
  )
  return [
    say('repeated amount')`${unit} prognostiserar ett underskott på ${pen.thousands(tkr)} för helåret.`,
    one([
      say('repeated amount')`${unit} beräknar underskottet för helåret till ${again}.`,
      say(
        'repeated amount',
      )`Som framgår ovan prognostiserar ${unit[0]!.toLowerCase() + unit.slice(1)} ett underskott på ${again} för helåret.`,
    ]),
  ]
}
