import { expect, test } from 'vitest'
import { calculate } from '../../test/support/calculate.ts'

type Answer = {
  naiveGross: number
  gross: number
  net: number
  breakEvenMonth: number
  impliedMonths?: number
  breakEvenHazard: { hazard: number }
}

const group = ['--persons', '16', '--monthly-amount', '6300', '--hazard', '0.03', '--hazard-with', '0,08']
const savings = (...more: string[]) => calculate<Answer>('savings', ...group, ...more)

test('tells the naive number, the gross, the net and the month that covers the cost', async () => {
  const found = await savings('--own-cost', '250000', '--horizon', '12', '--claim', '600000')
  expect(found.naiveGross).toBe(1_209_600)
  expect(found.gross).toBeCloseTo(264_827.85361320764, 6)
  expect(found.net).toBeCloseTo(14_827.85361320764, 6)
  expect(found.breakEvenMonth).toBe(12)
  expect(found.impliedMonths).toBeCloseTo(5.952381, 6)
  expect(found.breakEvenHazard.hazard).toBeGreaterThan(0.03)
})

test('a year and no cost are what is taken when nothing is said', async () => {
  const found = await savings()
  expect(found.gross).toBeCloseTo(264_827.85361320764, 6)
  expect(found.net).toBe(found.gross)
  expect(found.impliedMonths).toBe(undefined)
})

test('refuses what is not such a number', async () => {
  for (const [option, value] of [
    ['--hazard', '1.2'],
    ['--hazard-with', '-0.1'],
    ['--horizon', '0'],
    ['--horizon', '1.5'],
    ['--horizon', '601'],
    ['--persons', '0'],
    ['--own-cost', 'tusen'],
    ['--claim', '1e400'],
  ] as const)
    await expect(savings(option, value)).rejects.toThrow(`bad-option {"option":"${option}","found":"${value}"`)
})
