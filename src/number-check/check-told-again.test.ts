import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkedView } from './checked-view.ts'
import { readText } from './read-text-file.ts'

const told = (...paragraphs: string[]) =>
  checkedView(readText(paragraphs.join('\n\n')), month('2019-05')).findings.map(({ text }) =>
    text.replaceAll('\u00a0', ' '),
  )

describe('A figure that is told twice', () => {
  test('tells when it has two values, in whatever order the words stand', () => {
    expect(
      told(
        'I korthet: 140 kontaktfamiljer under januari–april 2012.',
        'Under januari–april 2012 var antalet kontaktfamiljer 158, vilket har påverkat arbetet.',
      ),
    ).toEqual(['Här står 158, men på rad 1 står 140 om samma sak.'])
    expect(
      told(
        'Staben prognostiserar ett underskott på 2 837 tkr för helåret.',
        'Staben beräknar underskottet för helåret till 3 234 tkr.',
      ),
    ).toHaveLength(1)
  })

  test('is silent about another time, another unit, another definition and other words', () => {
    const first = 'Antalet kontaktfamiljer var 140 under 2012.'
    expect(told(first, 'Antalet kontaktfamiljer var 158 under 2013.')).toEqual([])
    expect(told(first, 'Antalet kontaktfamiljer med avtal var 158 under 2012.')).toEqual([])
    expect(told(first, 'Enligt den äldre definitionen var antalet kontaktfamiljer 158 under 2012.')).toEqual([])
    expect(
      told(
        'Staben prognostiserar ett underskott på 2 837 tkr för helåret.',
        'Komvux prognostiserar ett underskott på 3 234 tkr för helåret.',
      ),
    ).toEqual([])
  })

  test('reads the row and the column of a table', () => {
    const table = '| Mått | Utfall 2012 | Prognos 2013 |\n| --- | --- | --- |\n| Antal e-tjänster i drift | 75 | 90 |'
    expect(told(table, 'Som framgår av tabellen var antalet e-tjänster i drift 84 under 2012.')).toEqual([
      'Texten har 84, men tabellens rad ”Antal e-tjänster i drift” har 75.',
    ])
    expect(told(table, 'Antalet e-tjänster i drift var 75 under 2012.')).toEqual([])
    expect(told(table, 'Antalet e-tjänster i drift var 84 under 2013.')).toEqual([])
  })

  test('holds what is said of the result against the sum of the statement', () => {
    const statement = [
      '| | Utfall per 30/4 2019 | Budget per 30/4 2019 | Avvikelse |',
      '| --- | --- | --- | --- |',
      '| Verksamhetens intäkter | 11 890 | 9 558 | 2 332 |',
      '| Verksamhetens kostnader | -86 983 | -69 761 | -17 222 |',
      '| Summa | -75 093 | -60 203 | -14 890 |',
    ].join('\n')
    const result = (who: string, amount: string) =>
      told(statement, `${who} visar för januari–april 2019 ett underskott jämfört med budget om ${amount}.`)
    expect(result('Kultur- och fritidsnämnden', '14 980 tkr')).toHaveLength(1)
    expect(result('Socialnämnden', '14 890 tkr')).toEqual([])
    expect(result('Socialnämnden', '14,9 mnkr')).toEqual([])
    expect(result('Vuxenenheten', '4 980 tkr')).toEqual([])
  })
})
