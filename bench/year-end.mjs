/**
 * The year-end forecast against what came: rolled over sixty months of the demo, and over real series where they are here.
 * The figures of the demo are those that its page shows, by the function that the page asks. In brackets what a share could
 * have become by chance, as the page has it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FiguresService } from '../dist/analysis/load-figures.js'
import { loadForecast, prepareForecast } from '../dist/budget-follow-up/load-forecast.js'
import { scenarioView } from '../dist/budget-follow-up/load-scenario.js'
import { forecastRow } from '../dist/calculations/forecast/row-forecast.js'
import { writeDemo } from '../dist/demo/demo.js'
import { importFiles } from '../dist/imports/import-files.js'
import { openMunicipality } from '../dist/open-register.js'
import { runHere } from '../dist/worker/threads.js'
import { fillLargeMunicipality } from './large-municipality.mjs'
import { against, heading, line, quantile, spread, timed, timesOf, withRegister, written } from './timing.mjs'

const mostMs = 200
const [least, most] = [0.87, 0.93]
const seeds = [1, 2, 3, 4]
const series = join(import.meta.dirname, '../../shared/data/series')

const found = []
const foundHouseholds = []
for (const seed of seeds)
  await withRegister(async ({ dir, register, municipality, needs }) => {
    const { files } = writeDemo({ seed, months: 120 })
    for (const { fileName, bytes } of files) await writeFile(join(dir, fileName), bytes)
    await importFiles(
      needs,
      files.map(({ fileName }) => join(dir, fileName)),
      {},
    )
    const figures = new FiguresService(register.reader)
    const { rows, households } = await loadForecast({ figures, run: runHere, municipality }, [])
    heading(`The row of assistance, kronor, the demo with seed ${seed}: 120 months, rolled over the last 60`)
    found.push(show(rows.find(({ id }) => id === 'assistance').methods))
    heading(`The number of households, the demo with seed ${seed}`)
    foundHouseholds.push(show(households.methods))
    if (seed === seeds.at(-1)) await speed(register)
  })
heading(`The demo, kronor, seeds ${seeds.join(', ')}`)
judge('from-below', found)
heading(
  `The demo, households, seeds ${seeds.join(', ')}: the plan of the demo is the same for all, so that they are one series`,
)
judge('from-below', foundHouseholds)

if (existsSync(series)) realSeries()
else heading('The real series are not here, and are left out')

function show(methods) {
  for (const { method, record } of methods) {
    const percent = (share) => written(100 * share, 1)
    const share = ({ held, of, bounds }) =>
      of === 0 ? '–' : `${percent(held / of)} %${bounds ? ` (${percent(bounds.lower)}–${percent(bounds.upper)})` : ''}`
    line(
      method,
      `MASE ${written(record.mase, 3)}`,
      `bias ${written(100 * record.bias, 1)} %`,
      `year ${written(100 * (record.yearError ?? NaN), 1)} %`,
      `90 %: ${share(record.months[0])}`,
      `80 %: ${share(record.months[1])}`,
      `sums, 90 %: ${share(record.sums[0])}`,
      `MSIS ${written(record.msis, 2)}`,
    )
  }
  return methods
}

/** Over all series: the mean of MASE, how often the interval of 90 per cent held, in all and in each, and how wide (MSIS). */
function judge(method, all) {
  const of = (name) => all.map((methods) => methods.find((each) => each.method === name).record)
  const mase = (name) => of(name).reduce((sum, record) => sum + record.mase, 0) / all.length
  const sum = (key) => of(method).reduce((total, { months }) => total + months[0][key], 0)
  const held = sum('held') / sum('of')
  const best = Math.min(mase('straight-line'), mase('seasonal'))
  line('', against(mase(method) < best, `${method} ${written(mase(method), 3)} below ${written(best, 3)} in MASE`))
  const inside = held >= least && held <= most
  const bounds = of(method).flatMap(({ months: [{ bounds }] }) => bounds ?? [])
  const by = bounds.filter(({ lower, upper }) => lower <= 0.9 && upper >= 0.9).length
  if (bounds.length > 0)
    line('', `90 % is within what chance could have made of it in ${by} of ${bounds.length} series`)
  line('', against(inside, `intervals of 90 % hold ${written(100 * held, 1)} %, within 87–93 %`))
  const each = of(method).map(({ months: [{ held: own, of: months }] }) => (100 * own) / months)
  if (each.length > 1)
    line('', `in each series: ${each.length > 10 ? spread(each, 1) : each.map((own) => written(own, 1)).join(' · ')} %`)
  line('', `MSIS ${written(of(method).reduce((total, { msis }) => total + msis, 0) / all.length, 2)}`)
}

function realSeries() {
  const rowsOf = (name) =>
    readFileSync(join(series, name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
  const number = (text) => (text ? Number(text) : NaN)
  const indexOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

  heading(
    'Dalarna 2014–2023, paid, rolled over the last 60 months: volume × unit cost, since persons cannot be followed',
  )
  const dalarna = rowsOf('se_dalarna_monthly_open.csv')
  const firstMonth = indexOf(dalarna[0][0])
  // Borlänge is missing in January and February 2017: the level changes on both sides.
  const breaks = ['2017-01', '2017-03'].map((month) => indexOf(month) - firstMonth)
  const values = Float64Array.from(dalarna, ([, , paid]) => number(paid))
  const households = Float64Array.from(dalarna, ([, count]) => number(count))
  const county = forecastRow({ id: 'dalarna', values, firstMonth, flows: null, households, breaks })
  judge('volume-times-cost', [show(county.methods)])
  heading('Dalarna, the number of households')
  const counted = { id: 'dalarna', values: households, households, firstMonth, flows: null, breaks, isHouseholds: true }
  judge('volume-times-cost', [show(forecastRow(counted).methods)])

  heading('49 Danish municipalities, August 2021–June 2025, recipients (no amounts), every month after two years')
  const byMunicipality = new Map()
  for (const [id, , month, persons] of rowsOf('dk_cash_assistance_open.csv'))
    if (id !== 'national')
      byMunicipality.set(id, [...(byMunicipality.get(id) ?? []), { month, value: number(persons) }])
  const all = [...byMunicipality.values()].map((months) => {
    const own = Float64Array.from(months, ({ value }) => value)
    const row = { id: 'dk', values: own, households: own, firstMonth: indexOf(months[0].month), flows: null }
    return forecastRow({ ...row, isHouseholds: true }).methods
  })
  const methods = all[0].map(({ method }) => method)
  for (const method of methods) {
    const records = all.map((each) => each.find((other) => other.method === method).record)
    const mean = (key) => records.reduce((sum, record) => sum + record[key], 0) / records.length
    line(method, `MASE ${written(mean('mase'), 3)}`, `MSIS ${written(mean('msis'), 2)}`)
  }
  judge('volume-times-cost', all)
}

async function speed(register) {
  heading('12 000 households a month for 120 months')
  const large = await openMunicipality(register, '0486')
  await fillLargeMunicipality(register.owner, large.id)
  const figures = new FiguresService(register.reader)
  const needs = { figures, run: runHere, municipality: large }
  const first = await timed(() => loadForecast(needs, []))
  const page = await timesOf(20, () => loadForecast(needs, []))
  const scenario = await timesOf(20, async () =>
    scenarioView((await prepareForecast(needs)).rows, { exitRatio: 1.2, target: 11_000 }),
  )
  line('every row by every method, with its record', `first ${written(first.ms)} ms`)
  line('then', `p95 ${written(quantile(page, 0.95), 1)} ms`, `scenario p95 ${written(quantile(scenario, 0.95), 1)} ms`)
  const slowest = Math.max(quantile(page, 0.95), quantile(scenario, 0.95))
  line('', against(slowest < mostMs, `under ${mostMs} ms after the first load`))
}
