import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkedView } from './checked-view.ts'
import { readText } from './read-text-file.ts'

const told = (text: string) =>
  checkedView(readText(text), month('2019-05')).findings.map((finding) => finding.text.replaceAll('\u00a0', ' '))

describe('A goal against what became of it', () => {
  test('tells when the value does not reach a goal that is said to be reached', () => {
    expect(
      told('Målet är att andelen ska vara minst 85 procent. Utfallet är 71 procent, vilket innebär att målet nås.'),
    ).toEqual(['Med målet 85 procent och utfallet 71 procent är målet inte uppnått, men texten säger motsatsen.'])
    expect(told('Målet är högst 14 dagar. Utfallet blev 12 dagar och målet uppnåddes inte.')).toHaveLength(1)
  })

  test('is silent when the two agree, when nothing is said of it, and when two values could be meant', () => {
    expect(told('Målet är minst 85 procent. Utfallet är 88 procent, och målet nås därmed.')).toEqual([])
    expect(told('Målet är minst 85 procent. Utfallet är 71 procent, vilket innebär att målet inte nås.')).toEqual([])
    expect(told('Målet är minst 85 procent. Utfallet är 71 procent. Arbetet fortsätter.')).toEqual([])
    expect(
      told('Målet är minst 85 procent. 71 procent av kvinnorna och 92 procent av männen svarade, så målet nås.'),
    ).toEqual([])
  })

  test('reads the columns of a table', () => {
    const table = (said: string) =>
      `| Indikator | Mål | Utfall | Uppnått |\n| --- | --- | --- | --- |\n| Andel heltid | minst 80 % | 85 % | ${said} |\n| Andel nöjda | minst 70 % | 61 % | Nej |`
    expect(told(table('Ja'))).toEqual([])
    expect(told(table('Nej'))).toEqual([
      'Med målet 80 % och utfallet 85 % är målet uppnått, men texten säger motsatsen.',
    ])
    expect(told(table('Delvis'))).toEqual([])
  })
})
