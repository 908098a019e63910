import { off, offPercent, rounded, transposed } from './corpus-numbers.ts'
import { type CorpusTable, figure, type Piece, type Row, wrong } from './corpus-text.ts'
import { twoOf, type World } from './corpus-world.ts'

const sum = (values: number[]): number => values.reduce((total, each) => total + each, 0)
const upper = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** What there is at a time, and does not grow with the months of the period. */
const stocks = new Set(
  'hushåll placerade personer anställda barn elever platser larm kontrakt e-tjänster tillstånd kontaktfamiljer datorer mottagare lärare föreningar'.split(
    ' ',
  ),
)

/** Volumes of several kinds, with gaps, and one stock with its flows. */
export function volumes(world: World): { table: CorpusTable; told: { plural: string; now: number } } {
  const { pen, between, period, year, random, one, chance } = world
  const share = period.months / 12
  const topics = Array.from({ length: between(3, 5) }, () => world.topic())
  const values = topics.map(({ unit, low, high }) => {
    const last = between(Math.max(low, 40), high)
    const now = Math.round(last * (stocks.has(unit) ? 1 : share) * (0.93 + 0.14 * random.next()))
    return { last, now, forecast: Math.round(last * (0.9 + 0.2 * random.next())) }
  })
  const none = one(['–', '-', ''])
  const rows: Row[] = topics.map(({ plural }, at) => {
    const { now, forecast, last } = values[at]!
    return {
      label: `Antal ${plural}`,
      cells: [pen.cell(now), chance(0.15) ? none : pen.cell(forecast), chance(0.12) ? 'Nytt mått' : pen.cell(last)],
    }
  })
  const noun = world.caseNoun()
  const [start, opened] = [between(150, 700), between(100, 800)]
  const closed = between(90, Math.min(820, start + opened - 60))
  const end = start + opened - closed
  const flows: Row[] = [
    { label: `Antal startade ${noun}`, cells: [pen.cell(opened), pen.cell(opened * 2), pen.cell(opened * 2 - 12)] },
    {
      label: `Antal avslutade ${noun}`,
      cells: [pen.cell(closed), pen.cell(closed + opened), pen.cell(opened * 2 + 7)],
    },
    {
      label: `Antal pågående ${noun}`,
      cells: [
        figure(
          pen.cell(end),
          ...wrong('stock and flow', pen.cell(off(random, end, 60))),
          ...transposed(end, 18, pen.cell),
        ),
        // What the forecasts of the flows make of the stock that the year began with.
        pen.cell(end),
        pen.cell(start),
      ],
    },
  ]
  return {
    table: {
      ...{ kind: 'table', genre: 'volumes', caption: 'Volymutveckling' },
      heading: ['Volymmått', `Utfall ${period.text}`, `Prognos ${year}`, `Utfall ${year - 1}`],
      rows: [...rows, ...(chance(0.7) ? flows : [])],
    },
    told: { plural: topics[0]!.plural, now: values[0]!.now },
  }
}

/** Total, women and men, by number and by share, for two years. */
export function staff(world: World): CorpusTable {
  const { pen, between, period, year, random } = world
  const one = () => {
    const [women, men] = [between(60, 400), between(20, 200)]
    const [w, m] = [Math.round(women * (0.7 + 0.29 * random.next())), Math.round(men * (0.7 + 0.29 * random.next()))]
    return { women, men, w, m }
  }
  const years = [one(), one()]
  const numbers = years.flatMap(({ women, men }) => [
    figure(
      pen.cell(women + men),
      ...wrong('parts of a whole', pen.cell(off(random, women + men, 9))),
      ...transposed(women + men, 9, pen.cell),
    ),
    pen.cell(women),
    pen.cell(men),
  ])
  const percents = years.flatMap(({ women, men, w, m }) => {
    const [all, ...each] = [(w + m) / (women + men), w / women, m / men].map((share) => rounded(share * 100, 1))
    const highest = Math.max(...each)
    const far = rounded(highest > 88 ? Math.min(...each) - 6.3 : highest + 6.3, 1)
    return [
      figure(pen.percent(all!, 1), ...wrong('share', pen.percent(far, 1))),
      ...each.map((share) => pen.percent(share, 1)),
    ]
  })
  const absent = years.flatMap(() => [pen.percent(between(20, 90) / 10, 1), '', ''])
  return {
    ...{ kind: 'table', genre: 'staff', caption: 'Personalnyckeltal' },
    heading: ['', ...[year, year - 1].flatMap((each) => [`Totalt ${each}`, `Kvinnor ${each}`, `Män ${each}`])],
    rows: [
      { label: `Antal månadsanställda ${period.until}`, cells: numbers },
      { label: 'Andel månadsanställda som arbetar heltid', cells: percents },
      { label: 'Sjuklönekostnad som andel av lönekostnaden', cells: absent },
    ],
  }
}

const obstacles = [
  'Arbetslös',
  'Språkhinder',
  'Sjukskriven',
  'Arbetshinder av sociala skäl',
  'Otillräcklig pension',
  'Studerande',
]

/** Before, after, change in number and in per cent. */
export function changes(world: World): CorpusTable {
  const { pen, between, year, random } = world
  const values = obstacles.slice(0, between(3, 6)).map(() => twoOf(world, { low: 25, high: 380 }))
  const total: [number, number] = [sum(values.map(([a]) => a)), sum(values.map(([, b]) => b))]
  const cells = ([a, b]: [number, number], isSum: boolean): Piece[] => {
    const share = ((b - a) / a) * 100
    const whole = (value: number): Piece =>
      isSum ? figure(pen.cell(value), ...wrong('sum', pen.cell(off(random, value, 30)))) : pen.cell(value)
    const p = rounded(share, 0)
    return [
      whole(a),
      whole(b),
      figure(
        pen.signed(b - a),
        ...wrong('difference', pen.signed(off(random, b - a, 4))),
        ...(b < a && Math.abs(b - a) > 4 ? wrong('lost minus', pen.cell(a - b)) : []),
      ),
      figure(
        percentSigned(world, p),
        ...wrong('percentage', percentSigned(world, Math.sign(p || 1) * offPercent(random, Math.abs(share), 0))),
      ),
    ]
  }
  return {
    ...{ kind: 'table', genre: 'changes', caption: 'Försörjningshinder, antal personer' },
    heading: ['Försörjningshinder', `Januari ${year - 1}`, `Januari ${year}`, 'Förändring', 'Förändring i procent'],
    rows: [
      ...values.map((each, at) => ({ label: obstacles[at]!, cells: cells(each, false) })),
      { label: 'Totalt', cells: cells(total, true) },
    ],
  }
}

const percentSigned = ({ pen }: World, value: number): string => `${pen.signed(value)} %`

/** Classes of duration with number and share. */
export function durationTable(world: World): CorpusTable {
  const { pen, between, random, year } = world
  const labels: Piece[] = [
    `${pen.range(1, 3)} månader`,
    figure(
      `${pen.range(4, 6)} månader`,
      ...wrong('gap between classes', `${pen.range(5, 6)} månader`, `${pen.range(3, 6)} månader`),
    ),
    `${pen.range(7, 12)} månader`,
    'Mer än 12 månader',
  ]
  const values = labels.map(() => between(25, 240))
  const total = sum(values)
  return {
    ...{ kind: 'table', genre: 'classes of duration', caption: `Avslutade ärenden ${year} efter ärendets längd` },
    heading: ['Längd', 'Antal ärenden', 'Andel'],
    rows: [
      ...values.map((value, at) => {
        const share = (value / total) * 100
        return {
          label: labels[at]!,
          cells: [
            pen.cell(value),
            figure(pen.percent(rounded(share, 1), 1), ...wrong('share', pen.percent(offPercent(random, share, 1), 1))),
          ],
        }
      }),
      {
        label: 'Totalt',
        cells: [figure(pen.cell(total), ...wrong('sum', pen.cell(off(random, total, 20)))), pen.percent(100, 0)],
      },
    ],
  }
}

/** Sums along both margins. */
export function crossTable(world: World): CorpusTable {
  const { pen, between, random } = world
  const labels = [pen.range(18, 24), pen.range(25, 44), pen.range(45, 64), '65 år och äldre']
  const values = labels.map(() => [between(12, 240), between(12, 240)] as const)
  const totals = [sum(values.map(([w]) => w)), sum(values.map(([, m]) => m))] as const
  const whole = (value: number): Piece => figure(pen.cell(value), ...wrong('sum', pen.cell(off(random, value, 12))))
  return {
    ...{ kind: 'table', genre: 'ages by sex', caption: 'Vuxna biståndsmottagare efter ålder' },
    heading: ['Ålder', 'Kvinnor', 'Män', 'Totalt'],
    rows: [
      ...values.map(([w, m], at) => ({
        label: at < 3 ? `${labels[at]} år` : labels[at]!,
        cells: [pen.cell(w), pen.cell(m), whole(w + m)],
      })),
      { label: 'Totalt', cells: [whole(totals[0]), whole(totals[1]), whole(totals[0] + totals[1])] },
    ],
  }
}

/** Some years in a row, and the change between the last two. */
export function yearsTable(world: World): CorpusTable {
  const { pen, between, year, random } = world
  const rows = Array.from({ length: between(2, 4) }, () => {
    const { plural, low, high } = world.topic()
    const values = [0, 1, 2].map(() => between(low, high)) as [number, number, number]
    const change = values[2] - values[1]
    const last = Math.abs(change) < 5 ? [] : wrong('difference', pen.signed(off(random, change, 5)))
    const lost = change < -5 ? wrong('lost minus', pen.cell(-change)) : []
    return { label: upper(plural), cells: [...values.map(pen.cell), figure(pen.signed(change), ...last, ...lost)] }
  })
  return {
    ...{ kind: 'table', genre: 'years', caption: 'Utveckling över tid' },
    heading: ['Mått', `${year - 2}`, `${year - 1}`, `${year}`, `Förändring ${pen.range(year - 1, year)}`],
    rows,
  }
}

const reached = ['Ja', 'Nej'] as const

/** Goals in per cent with what became of them; nothing sums. */
export function goalsTable(world: World): CorpusTable {
  const { pen, between } = world
  const rows = Array.from({ length: between(2, 4) }, () => {
    const aim = between(55, 90)
    const isReached = world.chance(0.6)
    const outcome = isReached ? between(aim + 1, 98) : between(aim - 20, aim - 2)
    const said = figure(reached[isReached ? 0 : 1], ...wrong('claim', reached[isReached ? 1 : 0]))
    return { label: `Andel ${world.share()}`, cells: [`minst ${pen.percent(aim, 0)}`, pen.percent(outcome, 0), said] }
  })
  return {
    ...{ kind: 'table', genre: 'goals', caption: 'Måluppfyllelse' },
    heading: ['Indikator', 'Mål', 'Utfall', 'Uppnått'],
    rows,
  }
}

/** Shares of something that nothing else in the table adds up to, with gaps. */
export function looseTable(world: World): CorpusTable {
  const { pen, between, one, year } = world
  const none = one(['–', '-', ''])
  const rows = world.committee.units.slice(0, 3).map((label) => ({
    label,
    cells: [
      pen.percent(between(20, 95) / 10, 1),
      world.chance(0.2) ? none : pen.percent(between(20, 95) / 10, 1),
      pen.cell(between(8, 140)),
    ],
  }))
  return {
    ...{ kind: 'table', genre: 'loose figures', caption: 'Sjukfrånvaro per enhet' },
    heading: ['Enhet', `Sjukfrånvaro ${year}`, `Sjukfrånvaro ${year - 1} 1)`, 'Antal anställda 2)'],
    rows,
    note: `1) Mätt 1/12${pen.range('', '')}28/2. 2) Tillsvidareanställda den 1 mars ${year}.`,
  }
}

/** One noun in two tables of different scope: the committee's own, and the whole municipality's with the same units among others. */
export function twoScopeTables(world: World): [CorpusTable, CorpusTable] {
  const { pen, between, year, committee } = world
  const own = committee.units.slice(0, 3).map((label) => ({ label, value: between(8, 90) }))
  const others = ['Kommunledning', 'Samhällsbyggnad'].map((label) => ({ label, value: between(30, 400) }))
  const total = sum(own.map(({ value }) => value))
  const all = [{ label: committee.name, value: total }, ...others]
  const table = (caption: string, lines: { label: string; value: number }[]): CorpusTable => {
    const whole = sum(lines.map(({ value }) => value))
    return {
      ...{ kind: 'table', genre: 'two scopes', caption },
      heading: ['Verksamhet', `Årsarbetare ${year}`],
      rows: [
        ...lines.map(({ label, value }) => ({ label, cells: [pen.cell(value)] })),
        { label: 'Totalt', cells: [figure(pen.cell(whole), ...wrong('sum', pen.cell(off(world.random, whole, 9))))] },
      ],
    }
  }
  return [table(`Årsarbetare inom ${committee.name.toLowerCase()}`, own), table('Årsarbetare i hela kommunen', all)]
}
