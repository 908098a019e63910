import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkedView } from './checked-view.ts'
import { readText } from './read-text-file.ts'

const told = (text: string) =>
  checkedView(readText(text), month('2019-05')).findings.map((finding) => finding.text.replaceAll('\u00a0', ' '))

describe('A result', () => {
  const against = (result: string) =>
    told(`Enheten hade kostnader på 43 679 tkr. Budgeten för perioden var 41 237 tkr, vilket innebär ett ${result}.`)

  test('of a cost against its budget has its size, and is a deficit when more was spent', () => {
    expect(against('underskott om 2 442 tkr')).toEqual([])
    expect(against('överskott om 2 442 tkr')).toEqual([
      'Texten säger ”överskott”, men värdena går från 41 237 tkr till 43 679 tkr.',
    ])
    expect(against('underskott om 2 842 tkr')).toEqual([
      'Förändringen är angiven till 2 842 tkr, men från 41 237 tkr till 43 679 tkr är den 2 442 tkr.',
    ])
  })

  test('of a forecast is better when the deficit is smaller', () => {
    const forecast = (change: string) =>
      told(
        `Prognosen är ett underskott på 8 341 tkr. Det är ${change} än i föregående prognos, då underskottet beräknades till 6 565 tkr.`,
      )
    expect(forecast('1 776 tkr sämre')).toEqual([])
    expect(forecast('1 776 tkr bättre')).toHaveLength(1)
    expect(forecast('1 976 tkr sämre')).toHaveLength(1)
  })
})

describe('One amount in two ways', () => {
  test('exactly and rounded', () => {
    expect(told('Kostnaden var 64 272 tkr, det vill säga drygt 64 mnkr.')).toEqual([])
    expect(told('Kostnaden blev ca 17 mnkr (17 239 tkr).')).toEqual([])
    expect(told('Kostnaden blev ca 71 mnkr (17 239 tkr).')).toHaveLength(1)
    expect(told('Kostnaden var 64 272 tkr, det vill säga drygt 55 mnkr.')).toEqual([
      '64 272 tkr är 64,3 mnkr, men 55 mnkr är angivet.',
    ])
  })

  test('as a product that is written out', () => {
    expect(told('Besparingen beräknas till 3 619 tkr (52 personer × 8 700 kr × 8 månader).')).toEqual([])
    expect(told('Besparingen beräknas till ca 3,6 mnkr (52 personer × 8 700 kr × 8 månader).')).toEqual([])
    expect(told('Besparingen beräknas till 2 679 tkr (52 personer × 8 700 kr × 8 månader).')).toEqual([
      '52 × 8 700 kr × 8 månader blir 3 619,2 tkr, men 2 679 tkr är angivet.',
    ])
  })
})
