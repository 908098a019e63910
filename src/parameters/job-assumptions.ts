import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** What is assumed of a subsidised job until somebody says otherwise. Amounts in kronor a month, shares in per cent. */
export type JobAssumptions = {
  wage: number
  fees: number
  supervision: number
  subsidy: number
  ceiling: number
  months: number
  exit: number
  returning: number
  tax: number
  untaxed: number
  horizon: number
}

/** Uncertain, all of them, and to be changed in the page: they are where a discussion begins, not what holds for a municipality. */
export const jobAssumptions: readonly Dated<JobAssumptions>[] = [
  {
    from: month('1990-01'),
    value: {
      wage: 22_000,
      fees: 40,
      supervision: 2000,
      subsidy: 80,
      ceiling: 20_000,
      months: 12,
      exit: 3,
      returning: 40,
      tax: 21,
      untaxed: 2500,
      horizon: 36,
    },
    source:
      'Husregel att utgå från: introduktionsjobb med 80 procent upp till 20 000 kr i lön, arbetsgivaravgifter och avtalsförsäkringar cirka 40 procent. Kontrollera mot Arbetsförmedlingens villkor och det egna avtalet.',
  },
]
