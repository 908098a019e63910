import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from './day.ts'
import { describeIdentityNumber, IdentityNumber } from './identity-number.ts'

const today = '2026-11-22' as Day
const parse = (text: string) => IdentityNumber.parse(text, today)

describe('prints as stars', () => {
  const number = parse('199001022384')!
  test('in a template string', () => expect(`${number}`).toBe('********-****'))
  test('in JSON', () => expect(JSON.stringify({ number })).toBe('{"number":"********-****"}'))
  test('in the console', () => expect(inspect({ number })).not.toMatch(/\d{4}/))
  test('when spread', () => expect(JSON.stringify({ ...number })).toBe('{}'))
  test('and is revealed on purpose only', () => expect(number.reveal()).toBe('199001022384'))
})

describe('the spellings', () => {
  test.each([
    ['900102-2384', '199001022384'],
    ['9001022384', '199001022384'],
    ['19900102-2384', '199001022384'],
    [' 199001022384\u00a0', '199001022384'],
    ['121212-1212', '201212121212'],
    ['121212+1212', '191212121212'],
    ['191212121212', '191212121212'],
    ['19900102—2384', '199001022384'],
    ['19121212+1212', '191212121212'],
    ['880209-T050', '19880209T050'],
    ['19880209t050', '19880209T050'],
  ])('%s is read', (text, whole) => expect(parse(text)?.reveal()).toBe(whole))

  test('a plus stands from the year of the hundredth birthday, also before the day', () => {
    expect(IdentityNumber.parse('121212+1212', '2012-12-11' as Day)?.reveal()).toBe('191212121212')
    expect(IdentityNumber.parse('121212+1212', '2011-12-31' as Day)?.reveal()).toBe('181212121212')
  })

  test('two digits of year mean the latest birth that has happened', () => {
    expect(IdentityNumber.parse('121212-1212', '2012-12-11' as Day)?.reveal()).toBe('191212121212')
    expect(IdentityNumber.parse('121212-1212', '2012-12-12' as Day)?.reveal()).toBe('201212121212')
  })

  test.each([
    ['a lost leading zero', '405971474'],
    ['a number in scientific notation', '1,98505E+11'],
    ['a blank inside', '19900102 2384'],
    ['a wrong check digit', '199001022385'],
    ['a day that does not exist', '197002309893'],
    ['a birth to come', '209001022384'],
    ['an organisation number', '802005-1952'],
    ['an organisation number with a prefix', '165560360793'],
    ['nothing', ''],
    ['zero', '0'],
  ])('%s is refused', (_, text) => expect(parse(text)).toBeNull())
})

describe('what a number tells', () => {
  test('a personnummer', () =>
    expect(describeIdentityNumber('198507099805', today)).toEqual({
      kind: 'personnummer',
      valid: true,
      birthDate: '1985-07-09',
      gender: 'woman',
      isTestNumber: true,
    }))
  test('a samordningsnummer whose day is unknown has no birth date and is no less valid', () =>
    expect(describeIdentityNumber('191711602399', today)).toMatchObject({ birthDate: null }))
  test('a reserve number tells no gender', () =>
    expect(describeIdentityNumber('19880209T050', today)).toEqual({
      kind: 'reservnummer',
      valid: true,
      birthDate: '1988-02-09',
      gender: null,
      isTestNumber: false,
    }))
  test('what is no number', () =>
    expect(describeIdentityNumber('hej', today)).toEqual({
      kind: null,
      valid: false,
      birthDate: null,
      gender: null,
      isTestNumber: false,
    }))
})

test('one changed digit is always noticed', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (position, step) => {
      const digits = [...'199001022384']
      digits[position] = String((Number(digits[position]) + step) % 10)
      expect(parse(digits.join(''))).toBeNull()
    }),
    { seed: 1 },
  ))

const folder = join(import.meta.dirname, '../../../shared/data/pnr')
const given = existsSync(folder)
if (!given) process.stdout.write('Skips the official test numbers: ../shared/data/pnr is not there.\n')

describe.skipIf(!given)('the official test numbers', () => {
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split(/\s+/).filter(Boolean)
  const corrupted = (number: string) => number.slice(0, 11) + ((Number(number[11]) + 1) % 10)

  test.each([
    ['skatteverket_testpersonnummer_open.txt', 'personnummer', 9555, 0.9],
    ['test_samordningsnummer_open.txt', 'samordningsnummer', 1119, 1],
  ])('%s: all accepted, none with another check digit', (file, kind, count, recognised) => {
    const numbers = lines(file)
    expect(numbers).toHaveLength(count)
    expect(numbers.filter((number) => parse(number)?.kind !== kind)).toEqual([])
    expect(numbers.filter((number) => parse(corrupted(number)))).toEqual([])
    expect(numbers.filter((number) => parse(number)?.isTestNumber).length / count).toBeGreaterThanOrEqual(recognised)
  })

  test('dates that no calendar has are accepted, without a birth date', () => {
    const dateless = lines('test_samordningsnummer_open.txt').filter((number) => !parse(number)?.birthDate)
    expect(dateless.length).toBeGreaterThan(80)
  })

  test('the validity lists are followed', () => {
    type Listed = {
      valid: boolean
      long_format?: string
      short_format: string
      separated_format: string
      separated_long?: string
    }
    for (const file of ['meta_list.json', 'meta_orgnumber.json']) {
      const listed = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Listed[]
      for (const each of listed) {
        const spellings = [each.long_format, each.short_format, each.separated_format, each.separated_long]
        for (const text of spellings.filter((spelling) => spelling !== undefined)) {
          expect([text, parse(text) !== null]).toEqual([text, each.valid])
        }
      }
    }
  })
})
