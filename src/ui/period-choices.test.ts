import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { choiceOf, periodChoices } from './period-choices.ts'

const shown = (from: string, to: string) =>
  periodChoices(month(from), month(to)).map((choice) => `${choice.id} ${choice.from}–${choice.to}`)

describe('periods to choose among', () => {
  test('are the latest three whole tertials, two whole years and twelve months', () => {
    expect(shown('2010-01', '2019-05')).toEqual([
      '2019-T1 2019-01–2019-04',
      '2018-T3 2018-09–2018-12',
      '2018-T2 2018-05–2018-08',
      '2018 2018-01–2018-12',
      '2017 2017-01–2017-12',
      'latest-12 2018-06–2019-05',
    ])
  })

  test('count a tertial and a year as whole in their last month', () => {
    expect(shown('2010-01', '2018-12').slice(0, 1)).toEqual(['2018-T3 2018-09–2018-12'])
    expect(shown('2010-01', '2018-12')).toContain('2018 2018-01–2018-12')
  })

  test('leave out what begins before the data', () => {
    expect(shown('2019-01', '2019-04')).toEqual(['2019-T1 2019-01–2019-04'])
  })

  test('are recognised, and a period of one’s own is none of them', () => {
    const choices = periodChoices(month('2018-01'), month('2019-04'))
    expect(choiceOf(choices, { from: month('2019-01'), to: month('2019-04') })?.id).toBe('2019-T1')
    expect(choiceOf(choices, { from: month('2019-02'), to: month('2019-04') })).toBeNull()
  })
})
