import { addMonths, month, type Month } from '../values/month.ts'

/** First and last month, both included: how people and addresses write a period. */
export type ChosenPeriod = { from: Month; to: Month }

export type PeriodChoice = ChosenPeriod & { id: string; label: string }

/**
 * The periods that social services report on, latest first: three tertials, two whole years, the latest twelve months.
 *
 * Only periods that are wholly in the data, so that a choice never compares a whole year with a part of one.
 */
export function periodChoices(dataFrom: Month, dataTo: Month): PeriodChoice[] {
  const choices = [...latestTertials(dataTo, 3), ...latestYears(dataTo, 2), latestTwelveMonths(dataTo)]
  return choices.filter((choice) => choice.from >= dataFrom)
}

/** The choice that is this period, or null for a period of one's own. */
export const choiceOf = (choices: PeriodChoice[], period: ChosenPeriod): PeriodChoice | null =>
  choices.find((choice) => choice.from === period.from && choice.to === period.to) ?? null

function latestTertials(dataTo: Month, count: number): PeriodChoice[] {
  const ended = Math.floor((Number(dataTo.slice(0, 4)) * 12 + Number(dataTo.slice(5))) / 4)
  return Array.from({ length: count }, (_, back) => tertial(ended - 1 - back))
}

/** Tertials are counted from year 0, three a year. */
function tertial(index: number): PeriodChoice {
  const year = Math.floor(index / 3)
  const number = (index % 3) + 1
  const from = month(`${year}-${String(number * 4 - 3).padStart(2, '0')}`)
  return { id: `${year}-T${number}`, label: `Tertial ${number} ${year}`, from, to: addMonths(from, 3) }
}

function latestYears(dataTo: Month, count: number): PeriodChoice[] {
  const last = Number(dataTo.slice(0, 4)) - (dataTo.endsWith('-12') ? 0 : 1)
  return Array.from({ length: count }, (_, back) => {
    const year = last - back
    return { id: String(year), label: `Helår ${year}`, from: month(`${year}-01`), to: month(`${year}-12`) }
  })
}

const latestTwelveMonths = (dataTo: Month): PeriodChoice => ({
  id: 'latest-12',
  label: 'Senaste 12 månaderna',
  from: addMonths(dataTo, -11),
  to: dataTo,
})
