import { off, offPercent, rounded, transposed } from './corpus-numbers.ts'
import { figure, type Figure, type Said, say, wrong } from './corpus-text.ts'
import { twoOf, type World } from './corpus-world.ts'

const direction = (isUp: boolean, up: string, down: string): Figure =>
  figure(isUp ? up : down, ...wrong('direction', isUp ? down : up))

/** A number and its change, told in one of the ways that reports have. */
export function change(world: World): Said {
  const { pen, period, year, one } = world
  const { plural, unit, ...size } = world.topic()
  const [a, b] = twoOf(world, size)
  const [isUp, d] = [b > a, Math.abs(b - a)]
  const by = figure(pen.count(d), ...wrong('difference', pen.count(off(world.random, d, 3))))
  const now = figure(pen.count(b), ...transposed(b, 9, pen.count))
  return one([
    say(
      'change',
    )`Antalet ${plural} uppgick till i genomsnitt ${now} per månad under ${period.text}, vilket är en ${direction(isUp, 'ökning', 'minskning')} med ${by} ${unit} jämfört med ${period.prior} då genomsnittet var ${pen.count(a)}.`,
    say(
      'change',
    )`Antalet ${plural} var ${now} under ${period.text}, ${by} ${isUp ? 'fler' : 'färre'} än under ${period.prior} (${pen.count(a)}).`,
    say(
      'change',
    )`Jämfört med ${year - 1} har antalet ${plural} ${direction(isUp, 'ökat', 'minskat')} med ${by}, från ${pen.count(a)} till ${now}.`,
  ])
}

export function changePercent(world: World): Said {
  const { pen, period, year, one, random } = world
  const { plural, ...size } = world.topic()
  const [a, b] = twoOf(world, size)
  const isUp = b > a
  const decimals = one([0, 1])
  const share = Math.abs(((b - a) / a) * 100)
  const p = figure(
    pen.percent(rounded(share, decimals), decimals),
    ...wrong('percentage', pen.percent(offPercent(random, share, decimals), decimals)),
  )
  return one([
    say(
      'change in per cent',
    )`Antalet ${plural} ${direction(isUp, 'ökade', 'minskade')} från ${pen.count(a)} under ${year - 1} till ${pen.count(b)} under ${year}, en förändring med ${p}.`,
    say(
      'change in per cent',
    )`Under ${period.text} redovisades ${pen.count(b)} ${plural}, jämfört med ${pen.count(a)} under ${period.prior}. Det är en ${direction(isUp, 'ökning', 'minskning')} med ${p}.`,
    say(
      'change in per cent',
    )`Antalet ${plural} har ${isUp ? 'stigit' : 'sjunkit'} med ${p} på ett år, från ${pen.count(a)} till ${pen.count(b)}.`,
  ])
}

export function changeInBoth(world: World): Said {
  const { pen, year, random, one } = world
  const { plural, unit, ...size } = world.topic()
  const [a, b] = twoOf(world, size)
  const [isUp, d] = [b > a, Math.abs(b - a)]
  const share = (d / a) * 100
  const p = figure(pen.percent(rounded(share), 0), ...wrong('percentage', pen.percent(offPercent(random, share, 0), 0)))
  const by = figure(pen.count(d), ...wrong('difference', pen.count(off(random, d, 3))))
  return one([
    say(
      'change in per cent and number',
    )`I december ${year} hade antalet ${plural} ${direction(isUp, 'ökat', 'minskat')} med ${p} (${by} ${unit}) jämfört med december ${year - 1}, från ${pen.count(a)} till ${pen.count(b)}.`,
    say(
      'change in per cent and number',
    )`Antalet ${plural} gick från ${pen.count(a)} till ${pen.count(b)}, det vill säga en ${direction(isUp, 'ökning', 'minskning')} med ${by} ${unit} eller ${p}.`,
  ])
}

export function trend(world: World): Said {
  const { pen, year, between, one } = world
  const { plural, low, high } = world.topic()
  const isUp = world.chance(0.5)
  const years = [0, 1, 2].map(() => between(low, high)).sort((x, y) => (isUp ? x - y : y - x))
  const [a, b, c] = years.map((value, at) => pen.count(value + (isUp ? 3 : -3) * at)) as [string, string, string]
  return one([
    say(
      'trend',
    )`Antalet ${plural} har ${direction(isUp, 'ökat', 'minskat')} varje år sedan ${year - 2}: ${a} år ${year - 2}, ${b} år ${year - 1} och ${c} år ${year}.`,
    say(
      'trend',
    )`Antalet ${plural} har ${direction(isUp, 'stigit', 'sjunkit')} de senaste åren, från ${a} år ${year - 2} till ${b} år ${year - 1} och ${c} år ${year}.`,
  ])
}

export function multiple(world: World): Said {
  const { pen, year, between, one, random } = world
  const { plural, low, high } = world.topic()
  const word = one([
    ['fördubblats', 2],
    ['halverats', 0.5],
    ['tredubblats', 3],
  ] as const)
  const base = between(Math.max(low, 40), Math.max(90, high / 2))
  const a = word[1] < 1 ? base * 2 : base
  const b = Math.round(a * word[1] * (0.985 + 0.03 * random.next()))
  const far = Math.round(a * (word[1] === 0.5 ? 0.76 : word[1] === 2 ? 1.48 : 2.2))
  const now = figure(pen.count(b), ...wrong('multiple in words', pen.count(far)))
  return one([
    say(
      'multiple in words',
    )`Antalet ${plural} har ${word[0]} på ett år, från ${pen.count(a)} under ${year - 1} till ${now} under ${year}.`,
    say(
      'multiple in words',
    )`Mellan ${year - 1} och ${year} har antalet ${plural} ${word[0]}, från ${pen.count(a)} till ${now}.`,
  ])
}

export function timesAsMany(world: World): Said {
  const { pen, between, one } = world
  const [word, times] = one([
    ['dubbelt', 2],
    ['tre gånger', 3],
    ['fyra gånger', 4],
  ] as const)
  const few = between(15, 120)
  const many = few * times + one([-1, 0, 1])
  const far = Math.round(few * (times - 0.6))
  return say(
    'times as many',
  )`${pen.count(few)} kvinnor och ${figure(pen.count(many), ...wrong('multiple in words', pen.count(far)))} män var ${world.group()}, det vill säga ${word} så många män som kvinnor.`
}

export function stockFlow(world: World): Said {
  const { pen, between, year, period, one, random } = world
  const noun = world.caseNoun()
  const [start, opened] = [between(120, 900), between(80, 700)]
  const closed = between(60, Math.min(start + opened - 40, 760))
  const end = start + opened - closed
  const last = figure(
    pen.count(end),
    ...wrong('stock and flow', pen.count(off(random, end, 25))),
    ...transposed(end, 9, pen.count),
  )
  return one([
    say(
      'stock and flow',
    )`Vid årets början pågick ${pen.count(start)} ${noun}. Under ${period.text} startades ${pen.count(opened)} och ${pen.count(closed)} avslutades. Vid periodens slut pågick ${last} ${noun}.`,
    say(
      'stock and flow',
    )`Den 1 januari ${year} fanns ${pen.count(start)} pågående ${noun}. ${pen.count(opened)} nya ${noun} inleddes och ${pen.count(closed)} avslutades, så att ${last} ${noun} var pågående vid periodens slut.`,
  ])
}

export function leadTime(world: World): Said {
  const { pen, between, year, period, random, one } = world
  const a = between(18, 60)
  const d = between(4, 12)
  const isUp = world.chance(0.3)
  const b = isUp ? a + d : a - d
  const by = figure(pen.count(d), ...wrong('difference', pen.count(off(random, d, 3))))
  const kind = one(['ansökan till beslut', 'anmälan till första besök', 'remiss till start'])
  return say(
    'lead time',
  )`Tiden från ${kind} var i genomsnitt ${pen.count(b)} dagar under ${period.text}, att jämföra med ${pen.count(a)} dagar ${year - 1}. Det är en ${direction(isUp, 'förlängning', 'förkortning')} med ${by} dagar.`
}

export function points(world: World): Said {
  const { pen, between, year, one, random } = world
  const share = world.share()
  const a = between(200, 700) / 10
  const d = between(25, 160) / 10
  const isUp = world.chance(0.5)
  const b = rounded(isUp ? a + d : a - d, 1)
  const far = rounded(d + Math.max(1.5, d * (0.3 + 0.3 * random.next())), 1)
  const unit = figure('procentenheter', ...wrong('per cent for percentage points', 'procent'))
  const by = figure(pen.decimal(d, 1), ...wrong('difference', pen.decimal(far, 1)))
  const levels = [pen.decimal(a, 1), pen.percent(b, 1)] as const
  return one([
    say(
      'percentage points',
    )`Andelen ${share} ${direction(isUp, 'ökade', 'minskade')} från ${levels[0]} till ${levels[1]}, en förändring med ${by} ${unit}.`,
    say(
      'percentage points',
    )`Andelen ${share} var ${levels[1]} ${year}, vilket är ${by} ${unit} ${isUp ? 'högre' : 'lägre'} än ${year - 1} då andelen var ${pen.percent(a, 1)}.`,
  ])
}
