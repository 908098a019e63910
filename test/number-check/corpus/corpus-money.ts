import { off, offPercent, rounded, transposed } from './corpus-numbers.ts'
import { figure, type Said, say, wrong } from './corpus-text.ts'
import type { World } from './corpus-world.ts'

const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1)

/** Amounts in tkr, rounded one by one from kronor: their difference may be 1 from the difference that is printed. */
const inThousands = ({ between }: World, low: number, high: number) => between(low * 1000, high * 1000) / 1000

export function againstBudget(world: World): Said {
  const { pen, period, one, random } = world
  const budget = inThousands(world, 2000, 60000)
  const variance = budget * (0.04 + 0.2 * random.next()) * (world.chance(0.6) ? 1 : -1)
  const actual = budget + variance
  const d = Math.abs(rounded(variance))
  const word = figure(
    variance > 0 ? 'underskott' : 'överskott',
    ...wrong('direction', variance > 0 ? 'överskott' : 'underskott'),
  )
  const by = figure(
    pen.thousands(d),
    ...wrong('difference', pen.thousands(off(random, d, 30))),
    ...transposed(d, 9, pen.thousands),
  )
  return one([
    say(
      'against the budget',
    )`Kostnaden för ${world.cost()} uppgick till ${pen.thousands(rounded(actual))} under ${period.text} mot budgeterade ${pen.thousands(rounded(budget))}, ett ${word} på ${by}.`,
    say(
      'against the budget',
    )`${world.unit()} hade kostnader på ${pen.thousands(rounded(actual))}. Budgeten för perioden var ${pen.thousands(rounded(budget))}, vilket innebär ett ${word} om ${by}.`,
  ])
}

export function cumulated(world: World): Said {
  const { pen, between, random, one } = world
  const [first, second] = [between(2000, 12000), between(900, 4800)]
  const month = figure(pen.thousands(second), ...wrong('difference', pen.thousands(off(random, second, 60))))
  const unit = world.unit()
  return one([
    say(
      'months of a cumulated amount',
    )`${unit} visade till och med mars ett underskott om ${pen.thousands(first)} och till och med april ett underskott om ${pen.thousands(first + second)}. Underskottet för april månad var därmed ${month}.`,
    say(
      'months of a cumulated amount',
    )`Till och med augusti var underskottet för ${lower(unit)} ${pen.thousands(first)}. I september ökade det med ${month} till ${pen.thousands(first + second)}.`,
  ])
}

export function forecastChange(world: World): Said {
  const { pen, between, random, one } = world
  const unit = world.unit()
  const [now, d] = [between(3000, 40000), between(300, 2800)]
  const isBetter = world.chance(0.6)
  const by = figure(pen.thousands(d), ...wrong('difference', pen.thousands(off(random, d, 60))))
  const before = isBetter ? now + d : now - d
  const word = figure(isBetter ? 'bättre' : 'sämre', ...wrong('direction', isBetter ? 'sämre' : 'bättre'))
  return one([
    say(
      'forecast against the last one',
    )`Helårsprognosen för ${lower(unit)} är ett underskott på ${pen.thousands(now)}. Det är ${by} ${word} än i föregående prognos, då underskottet beräknades till ${pen.thousands(before)}.`,
    say(
      'forecast against the last one',
    )`${unit} räknar med ett underskott på ${pen.thousands(now)} för helåret, jämfört med ${pen.thousands(before)} i förra prognosen, en ${isBetter ? 'förbättring' : 'försämring'} med ${by}.`,
  ])
}

export function claim(world: World): Said {
  const { pen, between, year, one } = world
  const a = between(200, 900) / 10
  const d = between(25, 120) / 10
  const b = rounded(a - d, 1)
  const far = rounded(d + (d > 6 ? -1 : 1) * between(12, 30) * 0.1, 1)
  const saved = figure(pen.millions(d, 1), ...wrong('claim', pen.millions(far, 1)))
  const cost = world.cost()
  return one([
    say(
      'claim of a saving',
    )`Kommunens kostnad för ${cost} var ${pen.millions(a, 1)} år ${year - 1} och ${pen.millions(b, 1)} år ${year}. Kommunen har därmed sparat ${saved} jämfört med året före.`,
    say(
      'claim of a saving',
    )`Arbetet har lett till en besparing på ${saved} från föregående år. År ${year - 1} kostade ${cost} ${pen.millions(a, 1)} och ${year} ${pen.millions(b, 1)}.`,
  ])
}

export function product(world: World): Said {
  const { pen, between, random, one } = world
  const [persons, kr, months] = [between(6, 60), between(40, 120) * 100, between(3, 11)]
  const total = (persons * kr * months) / 1000
  const whole = rounded(total)
  const sum = figure(pen.thousands(whole), ...wrong('product', pen.thousands(off(random, whole, 30))))
  const monthly = figure(
    pen.kronor(persons * kr),
    ...wrong('product', pen.kronor(off(random, (persons * kr) / 100, 80) * 100)),
  )
  return one([
    say(
      'product',
    )`${pen.count(persons)} personer som i genomsnitt får ${pen.kronor(kr)} per månad under ${pen.inWords(months)} månader motsvarar ${sum}.`,
    say(
      'product',
    )`Varje person kostar i genomsnitt ${pen.kronor(kr)} i månaden. För de ${pen.count(persons)} personerna blir det ${monthly} i månaden.`,
    say(
      'product',
    )`Besparingen beräknas till ${sum} (${pen.count(persons)} personer × ${pen.kronor(kr)} × ${months} månader).`,
  ])
}

export function monthsOf(world: World): Said {
  const { pen, between, random, one } = world
  const [each, months] = [between(20, 190) * 10, between(3, 10)]
  const total = each * months
  const sum = figure(pen.thousands(total), ...wrong('product', pen.thousands(off(random, total, 90))))
  return one([
    say(
      'months of an amount',
    )`Hyran för de nya lokalerna är ${pen.thousands(each)} per månad, vilket på ${pen.inWords(months)} månader ger en kostnad på ${sum}.`,
    say(
      'months of an amount',
    )`Överskottet för vakanta tjänster är ${pen.thousands(each)} i månaden, det vill säga ${sum} på ${pen.inWords(months)} månader.`,
  ])
}

/** The same amount exactly and rounded. */
export function roundedTwin(world: World): Said {
  const { pen, between, one } = world
  const tkr = between(12, 80) * 1000 + between(120, 380)
  const millions = Math.floor(tkr / 1000)
  const other = millions + (millions > 40 ? -9 : 9)
  const about = (value: number) => figure(pen.millions(value, 0), ...wrong('repeated figure', pen.millions(other, 0)))
  return one([
    say(
      'exact and rounded',
    )`Nettokostnaden för ${world.cost()} uppgick till ${pen.thousands(tkr)}, det vill säga drygt ${about(millions)}.`,
    say(
      'exact and rounded',
    )`Kostnaden för ${world.cost()} blev ca ${about(millions)} (${pen.thousands(tkr)}) under ${world.period.text}.`,
  ])
}

export function moneyPercent(world: World): Said {
  const { pen, between, year, random } = world
  const a = between(1800, 48000)
  const isUp = world.chance(0.6)
  const b = Math.round(a * (isUp ? 1.03 + 0.3 * random.next() : 0.97 - 0.3 * random.next()))
  const share = (Math.abs(b - a) / a) * 100
  const p = figure(
    pen.percent(rounded(share, 1), 1),
    ...wrong('percentage', pen.percent(offPercent(random, share, 1), 1)),
  )
  const word = figure(isUp ? 'ökat' : 'minskat', ...wrong('direction', isUp ? 'minskat' : 'ökat'))
  return say(
    'amount in per cent',
  )`Kostnaden för ${world.cost()} har ${word} med ${p}, från ${pen.thousands(a)} år ${year - 1} till ${pen.thousands(b)} år ${year}.`
}

export function perHousehold(world: World): Said {
  const { pen, between, period, random, one } = world
  const [households, each] = [between(200, 1500), between(7000, 12500)]
  const total = Math.round((households * each * period.months) / 1000)
  const mean = (total * 1000) / (households * period.months)
  const far = rounded((mean * (random.next() < 0.5 ? 0.72 : 1.3)) / 100) * 100
  const about = (round: number) =>
    figure(pen.kronor(Math.round(mean / round) * round), ...wrong('average', pen.kronor(far)))
  return one([
    say(
      'average per household',
    )`Under ${period.text} betalades ${pen.thousands(total)} ut till i genomsnitt ${pen.count(households)} hushåll per månad. Det motsvarar ca ${about(100)} per hushåll och månad.`,
    say(
      'average per household',
    )`Utbetalningarna uppgick till ${pen.thousands(total)} på ${period.months} månader. Med ${pen.count(households)} hushåll i genomsnitt per månad blir det ${about(1)} per hushåll och månad.`,
  ])
}

export function moneySum(world: World): Said {
  const { pen, between, random, one } = world
  const unit = world.unit()
  const parts = [between(400, 4800), between(300, 2600), between(120, 1900)] as const
  const total = parts[0] + parts[1] + parts[2]
  const sum = figure(
    pen.thousands(total),
    ...wrong('sum', pen.thousands(off(random, total, 60))),
    ...transposed(total, 18, pen.thousands),
  )
  const [a, b, c] = parts.map(pen.thousands) as [string, string, string]
  return one([
    say(
      'amounts that sum',
    )`Underskottet på ${sum} för ${lower(unit)} består av konsulter ${a}, lokaler ${b} och övrigt ${c}.`,
    say(
      'amounts that sum',
    )`Avvikelsen för ${lower(unit)} beror på högre personalkostnader (${a}), dyrare resor (${b}) och lägre bidrag (${c}), sammanlagt ${sum}.`,
  ])
}

export function shareOfCost(world: World): Said {
  const { pen, between, random } = world
  const all = between(20000, 90000)
  const part = Math.round(all * (0.03 + 0.3 * random.next()))
  const share = (part / all) * 100
  const p = figure(pen.percent(rounded(share, 1), 1), ...wrong('share', pen.percent(offPercent(random, share, 1), 1)))
  return say(
    'share of a cost',
  )`Kostnaden för ${world.cost()} var ${pen.thousands(part)}, vilket är ${p} av den totala kostnaden på ${pen.thousands(all)}.`
}

export function netCost(world: World): Said {
  const { pen, between, random, one } = world
  const unit = world.unit()
  const [income, cost] = [between(900, 9000), between(12000, 60000)]
  const net = figure(
    pen.thousands(cost - income),
    ...wrong('difference', pen.thousands(off(random, cost - income, 90))),
    ...transposed(cost - income, 18, pen.thousands),
  )
  return one([
    say(
      'net cost',
    )`Intäkterna för ${lower(unit)} var ${pen.thousands(income)} och kostnaderna ${pen.thousands(cost)}, vilket ger en nettokostnad på ${net}.`,
    say(
      'net cost',
    )`${unit} hade en nettokostnad på ${net}: kostnader på ${pen.thousands(cost)} minus intäkter på ${pen.thousands(income)}.`,
  ])
}
