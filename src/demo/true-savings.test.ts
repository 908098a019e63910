import { beforeAll, describe, expect, test } from 'vitest'
import { type Demo, writeDemo } from './demo.ts'

describe('what the programmes of the demo truly saved', { timeout: 60_000 }, () => {
  let demo: Demo
  const of = (name: string) => demo.truth.savings.find(({ intervention }) => intervention === name)!
  beforeAll(() => {
    demo = writeDemo({ households: 300 })
  }, 60_000)

  test('is nothing where the hazard is as before, a cost where it is lower, and a saving where it is higher', () => {
    expect(of('MICA')).toMatchObject({ savedMonths: 0, savedKronor: 0 })
    expect(of('Arbetspraktik').savedKronor).toBeLessThan(0)
    const others = demo.truth.savings.filter(({ intervention }) => !['MICA', 'Arbetspraktik'].includes(intervention))
    expect(others.filter(({ savedKronor, participations }) => savedKronor <= 0 && participations > 0)).toEqual([])
  })

  test('is far less than all months of all participants, at what a month with assistance costs', () => {
    const { participations, savedMonths, savedKronor } = of('Jobbtorg')
    expect(participations).toBe(demo.truth.effects.find((each) => each.intervention === 'Jobbtorg')!.participations)
    expect(savedMonths / participations).toBeGreaterThan(0.2)
    expect(savedMonths / participations).toBeLessThan(1.5)
    expect(savedKronor / savedMonths).toBeGreaterThan(6_000)
    expect(savedKronor / savedMonths).toBeLessThan(11_000)
  })

  test('cannot be later than the data: in the first month of a programme nothing has been saved yet', () => {
    const single = writeDemo({ households: 300, months: 1 })
    expect(single.truth.savings.map(({ savedKronor }) => savedKronor)).toEqual(single.truth.savings.map(() => 0))
  })
})
