import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkedView } from '../../src/number-check/checked-view.ts'
import { readTextFile } from '../../src/number-check/read-text-file.ts'
import { textAt } from '../../src/number-check/text-document.ts'
import { month } from '../../src/values/month.ts'

const read = (name: string) => {
  const document = readTextFile(readFileSync(join(import.meta.dirname, 'texts', `${name}.txt`)), `${name}.txt`)
  const { findings } = checkedView(document, month('2019-05'))
  return {
    told: findings.map(({ line, kind, text }) => `${line} ${kind}: ${text.replaceAll('\u00a0', ' ')}`),
    marked: findings.map(({ places: [place] }) => textAt(document, place!)),
  }
}

/** Five reports as they were written (names taken out): all that is told of each, and nothing else. */
const texts: Record<string, { told: (string | RegExp)[]; right: string[] }> = {
  '000': {
    told: [/^5 goal: Målet är att halvera underskottet/, '62 part-of: Hälften av 55 är 27,5, men 25 är angivet.'],
    // Fallen from 421 to 377 by 44; 16 persons at 6 300 a month for what is left of the year; 100 a month and 400.
    right: ['377', '44', '421', '750 tkr', '33', '1 600 tkr', '1 500 tkr', '600 tkr', '1 000 tkr', '400 tkr'],
  },
  '001': {
    told: [
      /^8 placeholder: ”xx antal”/,
      /^42 base: 100 som är 5 % av alla betyder omkring 2 000, men texten anger 1 160, och då är andelen 8,6 %/,
      /^116 placeholder: ”X antal”/,
    ],
    // 60 + 40 = 100, 45 to 37, and 1 000 + 150 + 20 + 100 = 1 270.
    right: ['60', '40', '45', '37', '18,1 mnkr', '1 270 tkr', '80 %', '16 %'],
  },
  '002': {
    told: [
      '73 table: Beståndet går inte ihop med flödet: 449 + 620 startade − 691 avslutade = 378, men 1 040 är angivet.',
      /^75 no-comment: Kommentaren är tom, fast en rad avviker kraftigt/,
      /^262 table: Delarna blir −17 204 .* men raden har −17 223: det skiljer 19/,
      /^270 table: Avvikelsen är angiven till \+2 086, men utfall minus budget är \+2 068\. Siffrorna 6 och 8 har bytt plats\. Texten har det rätta talet/,
      /^270 table: Prognosen \+6 700 är mer än om överskottet fortsätter i samma takt \(\+6 204\)/,
      /^274 table: Talet 8 276 \(utfall\) saknar minustecken/,
      /^348 table: Prognosen \+600 är mer än hela periodens budget/,
    ],
    right: [
      '-69 761',
      '-60 203',
      '-14 891',
      '-75 094',
      '-4 249',
      '-11 250',
      '2 068 tkr',
      '22 %',
      '78 %',
      '17 %',
      '57 %',
      '18',
      '17',
      'elva',
      'fem',
      '8,7 %',
      '17,4 %',
      '-691',
      '137',
      '94,9 %',
    ],
  },
  '003': {
    told: [
      /^120 conclusion: Slutsatsen är ”hälften eller knappt hälften”, men 29 av 79 är 36,7 % och 21 av 43 är 48,8 %, tillsammans 50 av 122, 41,0 %\.$/,
    ],
    right: ['79', '21', '43', '17', '25 %', 'tre'],
  },
  '004': {
    told: [
      /^5 claim: Inga två belopp i texten skiljer 12 miljoner: .*skiljer 11,4 mnkr.*skiljer 18,0? mnkr/,
      '17 class-gap: Mellan ”mindre än 9 månader” och ”10 månader eller mer” saknas 9.',
    ],
    right: ['203', '132', '35 procent', '38,1 miljoner kronor', '26,7 miljoner kronor', '44,7 miljoner'],
  },
}

describe.each(Object.entries(texts))('the report %s', (name, { told, right }) => {
  const checked = read(name)
  test('is told what does not add up in it, and nothing else', () => {
    expect(checked.told).toHaveLength(told.length)
    told.forEach((each, at) => expect(checked.told[at]).toMatch(each))
  })
  test.each(right)('%s is right, or cannot be known to be wrong, and is left alone', (figure) =>
    expect(checked.marked).not.toContain(figure),
  )
})
