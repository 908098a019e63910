import { expect, test } from 'vitest'
import { airPassengers } from '../../../test/support/air-passengers.ts'
import { bestEts, ets } from './ets.ts'
import { fitEts } from './ets-fit.ts'
import { forecastEts } from './ets-forecast.ts'
import { type EtsModel, nameOf } from './ets-model.ts'

const fiveYears = airPassengers.slice(0, 60)
const quarters = Float64Array.of(12, 15, 9, 20, 14, 17, 11, 23, 15, 19, 12, 26, 18, 20, 13, 27, 19, 23, 15, 30)
const [A, M, N, Ad] = ['additive', 'multiplicative', 'none', 'damped'] as const

const model = (error: EtsModel['error'], trend: EtsModel['trend'], season: EtsModel['season']) => ({
  error,
  trend,
  season,
})

/** R 4.2.2, forecast 8.20: AICc of `ets(ts(AirPassengers[1:60], frequency = 12), model, damped)`, steps 1 and 13. */
test.each<[EtsModel, number, number, number]>([
  [model(A, N, N), 593.170865146, 200.99788991, 200.99788991],
  [model(A, N, A), 521.26549114, 199.60857352, 199.60857352],
  [model(A, A, N), 597.621291706, 202.40944247, 219.34633234],
  [model(A, Ad, N), 600.078494801, 201.56396546, 207.53466093],
  [model(M, N, N), 591.315483767, 200.99784217, 200.99784217],
  [model(M, A, N), 594.116088714, 204.06405816, 240.85427852],
  [model(M, Ad, N), 597.329115301, 201.61947813, 207.86665327],
  [model(M, N, A), 517.674474625, 199.62338973, 199.62338973],
  [model(M, A, A), 513.026831122, 205.24387997, 225.98317106],
  [model(M, Ad, A), 519.196170001, 201.67543444, 209.85476099],
  [model(M, N, M), 551.208982303, 198.75129672, 198.75132136],
  [model(M, A, M), 498.924848936, 206.66440314, 199.31531007],
  [model(M, Ad, M), 502.878448202, 206.28307719, 216.29389738],
])('fits %j as R does', (each, aicc, first, thirteenth) => {
  const fit = fitEts(each, fiveYears, 12)!
  expect(fit.aicc).toBeCloseTo(aicc, 7)
  const mean = forecastEts(fit, 60, 13)
  expect(mean[0]).toBeCloseTo(first, 6)
  expect(mean[12]).toBeCloseTo(thirteenth, 6)
})

test('chooses the model that R’s ets chooses, with its forecast', () => {
  const fit = bestEts(airPassengers, 12)!
  expect(nameOf(fit.model)).toBe('ETS(M,Ad,M)')
  expect(fit.aicc).toBeCloseTo(1400.63843247, 6)
  expect(fit.variance).toBeCloseTo(0.00153407635, 10)
  expect(fit.last.alpha).toBeCloseTo(0.709551916209, 8)
  const mean = ets(airPassengers, { horizon: 14, season: 12 })
  expect(mean[0]).toBeCloseTo(441.801847278, 5)
  expect(mean[13]).toBeCloseTo(450.633278829, 5)
})

test('chooses for quarters as R does', () => {
  expect(nameOf(bestEts(quarters, 4)!.model)).toBe('ETS(M,A,M)')
  const mean = ets(quarters, { horizon: 5, season: 4 })
  const expected = [20.7832762959, 24.9391606696, 15.6994297864, 33.0455754049, 22.5130857082]
  expected.forEach((value, step) => expect(mean[step]).toBeCloseTo(value, 6))
})

test('below three years the season starts from a line and one harmonic, as in R', () => {
  const short = quarters.slice(0, 11)
  const step = (each: EtsModel) => forecastEts(fitEts(each, short, 4)!, 11, 2)
  expect(step(model(A, N, A))[0]).toBeCloseTo(23.134428182, 6)
  expect(step(model(A, N, A))[1]).toBeCloseTo(15.6207280518, 6)
  expect(step(model(M, N, M))[0]).toBeCloseTo(24.1135572655, 6)
  expect(ets(short, { horizon: 1, season: 4 })[0]).toBeCloseTo(15.1811374178, 6)
})

test('takes additive errors when a value is zero or below', () => {
  const counts = Float64Array.of(0, 2, 1, 0, 3, 0, 1, 1, 0, 2, 0, 0, 4, 1, 0, 2, 1, 0, 0, 3, 1, 2, 0, 1, 0, 2)
  expect(nameOf(bestEts(counts, 12)!.model)).toBe('ETS(A,N,N)')
  expect(ets(counts, { horizon: 1, season: 12 })[0]).toBeCloseTo(1.03846098749, 6)
})

test('finds a pattern that is exact', () => {
  const exact = Float64Array.of(-3, 4, -1, 6, -2, 5, 0, 7, -1, 6, 1, 8, 0, 7, 2, 9, 1, 8, 3, 10)
  const mean = ets(exact, { horizon: 4, season: 4 })
  ;[2, 9, 4, 11].forEach((value, step) => expect(mean[step]).toBeCloseTo(value, 3))
})

test('takes no season from a single year, and nothing to choose by from six values', () => {
  expect(bestEts(quarters.slice(0, 7), 7)!.model.season).toBe('none')
  expect(bestEts(quarters.slice(0, 7), 4)).not.toBeNull()
  expect(bestEts(quarters.slice(0, 6), 1)).toBeNull()
  expect([...ets(Float64Array.of(4, 4, 4, 4, 4, 4), { horizon: 2, season: 1 })]).toEqual([4, 4])
})

test('a model with as many parameters as values is not fitted', () => {
  const values = airPassengers.slice(0, 17)
  expect(fitEts(model(A, N, A), values, 12)).not.toBeNull()
  expect(fitEts(model(A, N, A), airPassengers.slice(0, 15), 12)).toBeNull()
})
