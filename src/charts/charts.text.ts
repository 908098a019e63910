import { formatNumber, formatShare } from '../values/format.ts'

/** The words that stand in the drawings and their tables. */
export const chartsText = {
  atRisk: 'Antal kvar att följa',
  lower: 'nedre gräns',
  upper: 'övre gräns',
  censored: 'slutade följas',
  censoredMark: 'Slutade följas',
  before: 'Före',
  after: 'Efter',
  limit: (limit: number) => `Gräns ${formatNumber(limit, 1)}`,
  covariate: 'Bakgrund',
  difference: 'standardiserad skillnad',
  actual: 'Utfall',
  forecast: 'Prognos',
  forecastBegins: 'prognos',
  band: (level: number) => `Intervall ${formatShare(level, 0)}`,
  margin: 'Gräns för vad som spelar roll',
  excludesZero: 'Utesluter noll',
  holdsZero: 'Rymmer noll',
  estimate: 'Skattning',
  shown: 'Visas',
  primary: 'Dold: för liten',
  secondary: 'Dold: skyddar en annan',
  noted: (on: string, title: string) => `${on} ${title}`,
  letter: { primary: 'P', secondary: 'S' },
}
