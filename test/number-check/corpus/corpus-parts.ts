import { off, offPercent, rounded, transposed } from './corpus-numbers.ts'
import { figure, type Piece, type Said, say, wrong } from './corpus-text.ts'
import type { World } from './corpus-world.ts'

export function shareOf(world: World): Said {
  const { pen, between, one, random } = world
  const group = world.group()
  const n = between(40, 900)
  const k = Math.round(n * (0.12 + 0.7 * random.next()))
  const decimals = one([0, 0, 1])
  const share = (k / n) * 100
  const p = figure(
    pen.percent(rounded(share, decimals), decimals),
    ...wrong('share', pen.percent(offPercent(random, share, decimals), decimals)),
  )
  const what = one(['var kvinnor', 'var födda utanför Europa', 'hade barn i hushållet', 'var under 30 år'])
  return one([
    say('share')`Av de ${pen.count(n)} ${group} ${what.replace(' ', ` ${pen.count(k)} `)}, vilket motsvarar ${p}.`,
    say('share')`${pen.count(k)} av ${pen.count(n)} ${group} (${p}) ${what}.`,
    say(
      'share',
    )`Totalt omfattades ${pen.count(n)} ${group}. Av dem ${what.replace(' ', ` ${pen.count(k)} `)}, eller ${p}.`,
  ])
}

/** Each with the share it means at the least and at the most, and one that nobody would call so. */
const shareWords: [string, number, number, number][] = [
  ['Hälften', 0.495, 0.505, 0.36],
  ['Ungefär hälften', 0.47, 0.53, 0.35],
  ['Drygt hälften', 0.51, 0.56, 0.39],
  ['Knappt hälften', 0.44, 0.49, 0.29],
  ['En tredjedel', 0.328, 0.338, 0.47],
  ['Ungefär en tredjedel', 0.31, 0.355, 0.49],
  ['Två tredjedelar', 0.662, 0.672, 0.5],
  ['En fjärdedel', 0.247, 0.253, 0.38],
  ['Drygt en fjärdedel', 0.255, 0.275, 0.41],
  ['Tre fjärdedelar', 0.747, 0.753, 0.58],
  ['Var femte', 0.196, 0.204, 0.33],
  ['Nästan två tredjedelar', 0.63, 0.66, 0.45],
]

export function shareInWords(world: World): Said {
  const { pen, between, one, random } = world
  const [word, low, high, far] = one(shareWords)
  const n = between(20, 120) * 12
  const k = Math.round(n * (low + (high - low) * random.next()))
  const part = figure(pen.count(k), ...wrong('share in words', pen.count(Math.round(n * far))))
  const group = world.group()
  return one([
    say('share in words')`${word} av de ${pen.count(n)} ${group}, ${part} stycken, har fått en ny planering.`,
    say('share in words')`${word} av de ${pen.count(n)} ${group} (${part}) svarade att de var nöjda.`,
  ])
}

export function womenMen(world: World): Said {
  const { pen, between, one, random, year } = world
  const [women, men] = [between(2, 60), between(2, 60)]
  const n = women + men
  const least = Math.max(2, Math.round(n * 0.1))
  const whole: Piece = figure(
    pen.inWords(n),
    ...wrong('parts of a whole', pen.inWords(off(random, n, least))),
    ...transposed(n, least, pen.inWords),
  )
  const some = figure(pen.inWords(women), ...wrong('parts of a whole', pen.inWords(off(random, women, least))))
  const course = one(['Utbildningen', 'Lokalvårdskursen', 'Det korta vårdspåret', 'Ledarprogrammet', 'Språkgruppen'])
  return one([
    say(
      'women and men',
    )`${course} startade i februari ${year} med ${whole} deltagare, ${some} kvinnor och ${pen.inWords(men)} män.`,
    say('women and men')`Hittills i år har ${whole} personer deltagit, ${some} kvinnor och ${pen.inWords(men)} män.`,
    say(
      'women and men',
    )`Under ${world.period.text} rekryterades ${whole} personer, varav ${some} kvinnor och ${pen.inWords(men)} män.`,
  ])
}

export function outcomes(world: World): Said {
  const { pen, between, period, random, one } = world
  const [work, studies, practice, rest] = [between(5, 60), between(3, 40), between(3, 30), between(6, 80)]
  const n = work + studies + practice + rest
  const left = figure(pen.inWords(rest), ...wrong('parts of a whole', pen.inWords(off(random, rest, 4))))
  const from = one(['remitterades till jobbtorg', 'genomförde arbetsträning', 'avslutade insatsen'])
  return say(
    'outcomes and the rest',
  )`Av de ${pen.count(n)} personer som ${from} under ${period.text} gick ${pen.inWords(work)} till arbete, ${pen.inWords(studies)} till studier och ${pen.inWords(practice)} till praktik. Övriga ${left} avslutades av annan orsak.`
}

export function sumListed(world: World): Said {
  const { pen, between, random, one, period } = world
  const { plural, unit, low } = world.topic()
  const size = Math.max(20, low)
  const [a, b, c] = [between(size, size * 2), between(12, size), between(12, size * 3)]
  const n = a + b + c
  const least = Math.max(4, Math.round(n * 0.05))
  const whole = figure(
    pen.count(n),
    ...wrong('sum', pen.count(off(random, n, least))),
    ...transposed(n, least, pen.count),
  )
  return one([
    say(
      'sum of three',
    )`Antalet ${plural} under ${period.text} var sammanlagt ${whole}: ${pen.count(a)} i centralorten, ${pen.count(b)} i norr och ${pen.count(c)} i söder.`,
    say(
      'sum of three',
    )`I centralorten redovisades ${pen.count(a)} ${unit}, i norr ${pen.count(b)} och i söder ${pen.count(c)}, totalt ${whole} ${unit}.`,
  ])
}

export function personsInHouseholds(world: World): Said {
  const { pen, between, year, random } = world
  const households = between(200, 1900)
  const [adults, children] = [Math.round(households * 1.25), Math.round(households * (0.6 + 0.4 * random.next()))]
  const all = adults + children
  const young = figure(
    pen.count(children),
    ...wrong('parts of a whole', pen.count(off(random, children, Math.round(all * 0.05)))),
  )
  return say(
    'adults and children',
  )`Under ${year} berördes ${pen.count(households)} familjer. I dem fanns ${pen.count(all)} personer, varav ${young} barn och ${pen.count(adults)} vuxna.`
}

export function places(world: World): Said {
  const { pen, between, one } = world
  const free = between(3, 20)
  const all = between(30, 160)
  const vacant = figure(pen.inWords(free), ...wrong('difference', pen.inWords(free + between(4, 9))))
  const p = figure(
    pen.percent(rounded(((all - free) / all) * 100), 0),
    ...wrong('share', pen.percent(rounded(((all - free) / all) * 100) - between(8, 20), 0)),
  )
  const what = one(['Boendet', 'Kursen', 'Enheten', 'Avdelningen'])
  return one([
    say(
      'places filled',
    )`${what} har ${pen.count(all)} platser. Av dem var ${pen.count(all - free)} belagda och ${vacant} lediga vid mätningen.`,
    say('places filled')`Av ${pen.count(all)} platser var ${pen.count(all - free)} belagda, en beläggning på ${p}.`,
  ])
}

export function perCaseworker(world: World): Said {
  const { pen, between, random, one } = world
  const staff = between(4, 19)
  const cases = staff * between(14, 60) + between(0, staff - 1)
  const mean = cases / staff
  const each = figure(
    pen.decimal(rounded(mean, 1), 1),
    ...wrong('average', pen.decimal(rounded(mean * (random.next() < 0.5 ? 0.7 : 1.35), 1), 1)),
  )
  return one([
    say(
      'average per person',
    )`Enhetens ${pen.count(staff)} handläggare har tillsammans ${pen.count(cases)} ärenden, vilket ger ${each} ärenden per handläggare.`,
    say(
      'average per person',
    )`De ${pen.count(cases)} ärendena fördelas på ${pen.count(staff)} handläggare, i genomsnitt ${each} ärenden per handläggare.`,
  ])
}

export function costliest(world: World): Said {
  const { pen, between, random } = world
  const n = between(2, 9) * 20
  const all = n * between(8, 24)
  const share = (n / all) * 100
  const p = figure(
    pen.percent(rounded(share, 1), 1),
    ...wrong('share', pen.percent(rounded(share + 4 + 4 * random.next(), 1), 1)),
  )
  return say(
    'share of all',
  )`De ${pen.count(n)} mest kostnadskrävande hushållen utgör ${p} av de ${pen.count(all)} hushåll som var aktuella under året.`
}

/** Shares that are rounded one by one may sum to 99 or 101. */
export function roundedShares(world: World): Said {
  const { pen, between, period } = world
  const parts = [between(20, 90), between(20, 90), between(20, 90)]
  const all = parts.reduce((sum, each) => sum + each, 0)
  const [a, b, c] = parts.map((each) => pen.percent(rounded((each / all) * 100), 0)) as [string, string, string]
  return say(
    'rounded shares',
  )`Av de inkomna ärendena under ${period.text} avsåg ${a} råd och stöd, ${b} ekonomi och ${c} övrigt.`
}

export function durations(world: World): Said {
  const { pen, between, random, year, period } = world
  const parts = [between(60, 190), between(30, 120), between(20, 90), between(8, 60)] as const
  const all = parts.reduce((sum, each) => sum + each, 0)
  const whole = figure(pen.count(all), ...wrong('sum', pen.count(off(random, all, 30))))
  const second = figure(
    `${pen.range(4, 6)} månader`,
    ...wrong('gap between classes', `${pen.range(5, 6)} månader`, `${pen.range(3, 6)} månader`),
  )
  return say(
    'classes of duration',
  )`Av de ${whole} ärenden som avslutades under ${period.text.endsWith(String(year)) ? period.text : year} hade ${pen.count(parts[0])} pågått i ${pen.range(1, 3)} månader, ${pen.count(parts[1])} i ${second}, ${pen.count(parts[2])} i ${pen.range(7, 12)} månader och ${pen.count(parts[3])} i mer än 12 månader.`
}

export function ages(world: World): Said {
  const { pen, one } = world
  const [young, until] = one([
    [12, 18],
    [15, 20],
    [10, 17],
  ] as const)
  const second = figure(
    pen.range(young + 1, until),
    ...wrong('gap between classes', pen.range(young + 2, until), pen.range(young - 1, until)),
  )
  return one([
    say(
      'classes of age',
    )`Familjer med barn ${pen.range(0, young)} år hänvisas till Familjecentralen och familjer med barn ${second} år till ungdomsenheten.`,
    say(
      'classes of age',
    )`Insatsen ges i två grupper, ${pen.range(0, young)} år och ${second} år, med egna mottagningar.`,
  ])
}
