import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkDocument } from './check-document.ts'
import { findingSentence } from './findings.text.ts'
import { readText } from './read-text-file.ts'

const told = (text: string) =>
  checkDocument(readText(text), month('2024-04')).findings.map((each) => `${each.kind}: ${findingSentence(each)}`)
const kinds = (text: string) => checkDocument(readText(text), month('2024-04')).findings.map(({ kind }) => kind)

/** What is right, and the same with one error: the first is silent, the second is found. */
const pairs: [what: string, right: string, wrong: string][] = [
  [
    'from–to in per cent',
    'Antalet bidragshushåll sjönk från 640 till 560 under året, en minskning med 12,5 procent.',
    'Antalet bidragshushåll sjönk från 640 till 560 under året, en minskning med 15,2 procent.',
  ],
  [
    'from–to in number',
    'Kön till bostad växte från 118 personer i mars till 143 i juni, en ökning med 25 personer.',
    'Kön till bostad växte från 118 personer i mars till 143 i juni, en ökning med 35 personer.',
  ],
  [
    'number and per cent in brackets',
    'Antalet placeringar minskade från 80 till 68, det vill säga med 12 (15 %).',
    'Antalet placeringar minskade från 80 till 68, det vill säga med 12 (18 %).',
  ],
  [
    'signed per cent in brackets',
    'Kostnaden gick från 12 400 tkr till 13 640 tkr (+10 %).',
    'Kostnaden gick från 12 400 tkr till 13 640 tkr (+12 %).',
  ],
  [
    'change first',
    'Sjukfrånvaron minskade med 1,4 procentenheter, från 7,6 procent till 6,2 procent.',
    'Sjukfrånvaron minskade med 1,8 procentenheter, från 7,6 procent till 6,2 procent.',
  ],
  [
    'per cent said of points',
    'Andelen kvinnor ökade från 40 procent till 50 procent, en ökning med 10 procentenheter.',
    'Andelen kvinnor ökade från 40 procent till 52 procent, en ökning med 10 procentenheter.',
  ],
  [
    'compared with',
    'Under 2023 beviljades 1 240 ansökningar jämfört med 1 000 året innan, en ökning med 24 procent.',
    'Under 2023 beviljades 1 240 ansökningar jämfört med 1 000 året innan, en ökning med 42 procent.',
  ],
  [
    'compared with, in number',
    'I december hade enheten 377 ärenden, vilket är 44 färre än i december året innan då det var 421 ärenden.',
    'I december hade enheten 377 ärenden, vilket är 54 färre än i december året innan då det var 421 ärenden.',
  ],
  [
    'in the next sentence',
    'I januari fanns 203 hushåll i gruppen och i december 132. Det är en minskning på 35 procent.',
    'I januari fanns 203 hushåll i gruppen och i december 132. Det är en minskning på 53 procent.',
  ],
  [
    'two sentences of two years',
    'Under 2021 kostade verksamheten 38,1 miljoner kronor. Under 2022 var kostnaden 26,7 miljoner kronor. Det är en minskning med 11,4 miljoner kronor.',
    'Under 2021 kostade verksamheten 38,1 miljoner kronor. Under 2022 var kostnaden 26,7 miljoner kronor. Det är en minskning med 14,1 miljoner kronor.',
  ],
  [
    'claim before its values',
    'Antalet deltagare ökade med 20 procent under våren. I januari var 150 deltagare inskrivna och i maj 180.',
    'Antalet deltagare ökade med 30 procent under våren. I januari var 150 deltagare inskrivna och i maj 180.',
  ],
  ['which way', 'Antalet sjukskrivna har sjunkit från 45 till 37.', 'Antalet sjukskrivna har sjunkit från 37 till 45.'],
  [
    'outcome and budget',
    'Utfallet blev 20,9 mnkr mot budgeterade 16,7 mnkr, ett underskott på 4,2 mnkr.',
    'Utfallet blev 20,9 mnkr mot budgeterade 16,7 mnkr, ett underskott på 5,2 mnkr.',
  ],
  [
    'unit said once',
    'Kostnaderna föll från 38,1 till 26,7 miljoner kronor, det vill säga med 11,4 miljoner kronor.',
    'Kostnaderna föll från 38,1 till 26,7 miljoner kronor, det vill säga med 12,4 miljoner kronor.',
  ],
  ['doubled', 'Antalet avslag har fördubblats, från 42 till 85.', 'Antalet avslag har fördubblats, från 42 till 58.'],
  [
    'halved',
    'Väntetiden halverades mellan åren: från 28 dagar till 14 dagar. Kön halverades från 60 ärenden till 31 ärenden.',
    'Väntetiden minskade. Kön halverades från 60 ärenden till 45 ärenden.',
  ],
  [
    'three times as many',
    'Det är tre gånger så många besök som året innan, 150 besök jämfört med 50.',
    'Det är tre gånger så många besök som året innan, 110 besök jämfört med 50.',
  ],
  [
    'X of Y',
    'Av de tillfrågade svarade 63 av 90 personer (70 %) att stödet hjälpt.',
    'Av de tillfrågade svarade 63 av 90 personer (77 %) att stödet hjälpt.',
  ],
  [
    'X of Y in words',
    '21 av 43 deltagare, det vill säga knappt hälften, gick vidare till arbete.',
    '12 av 43 deltagare, det vill säga knappt hälften, gick vidare till arbete.',
  ],
  ['share before', '40 procent (34 av 85) hade barn.', '45 procent (34 av 85) hade barn.'],
  [
    'of the group',
    'Av 120 ansökningar beviljades 90 (75 %) och avslogs 30 (25 %).',
    'Av 120 ansökningar beviljades 90 (85 %) och avslogs 30 (25 %).',
  ],
  [
    'of which',
    'Under perioden avslutades 64 ärenden, varav 16 (25 procent) på grund av arbete.',
    'Under perioden avslutades 64 ärenden, varav 16 (35 procent) på grund av arbete.',
  ],
  [
    'share in the next sentence',
    'Av 80 elever fullföljde 60 kursen. Det motsvarar 75 procent.',
    'Av 80 elever fullföljde 60 kursen. Det motsvarar 57 procent.',
  ],
  [
    'share of a whole, then the part',
    'En fjärdedel av de 80 deltagarna, det vill säga 20 personer, fick arbete.',
    'En fjärdedel av de 80 deltagarna, det vill säga 25 personer, fick arbete.',
  ],
  [
    'half of a group told before',
    'Gruppen består av 48 personer. Målet är att hälften, d.v.s. 24 personer, får annan ersättning.',
    'Gruppen består av 48 personer. Målet är att hälften, d.v.s. 28 personer, får annan ersättning.',
  ],
  [
    'women and men',
    'I gruppen deltog 18 personer, 10 kvinnor och 8 män.',
    'I gruppen deltog 18 personer, 10 kvinnor och 9 män.',
  ],
  [
    'women and men in words',
    'Hittills har elva personer fått anställning, fyra kvinnor och sju män.',
    'Hittills har elva personer fått anställning, fyra kvinnor och åtta män.',
  ],
  [
    'of which women and men',
    'Totalt 640 barn, varav 310 flickor och 330 pojkar, har fått stöd.',
    'Totalt 640 barn, varav 310 flickor och 303 pojkar, har fått stöd.',
  ],
  [
    'shares of women and men',
    'Av deltagarna var 60 procent kvinnor och 40 procent män.',
    'Av deltagarna var 60 procent kvinnor och 45 procent män.',
  ],
  [
    'parts, then whole',
    'Budgeten omfattar personal 1 000 tkr, konsulter 150 tkr, datorer 20 tkr och lokaler 100 tkr, totalt 1 270 tkr.',
    'Budgeten omfattar personal 1 000 tkr, konsulter 150 tkr, datorer 20 tkr och lokaler 100 tkr, totalt 1 370 tkr.',
  ],
  [
    'whole, then parts',
    'Kostnaden uppgick till 840 tkr, fördelat på 520 tkr för löner, 210 tkr för lokaler och 110 tkr för material.',
    'Kostnaden uppgick till 840 tkr, fördelat på 520 tkr för löner, 120 tkr för lokaler och 110 tkr för material.',
  ],
  [
    'whole with a colon',
    'Enheten har 14 tjänster: 9 handläggare, 3 administratörer och 2 chefer.',
    'Enheten har 14 tjänster: 9 handläggare, 4 administratörer och 2 chefer.',
  ],
  [
    'the rest',
    'Av 120 deltagare fick 45 arbete och 30 började studera. Resterande 45 är kvar i insatsen.',
    'Av 120 deltagare fick 45 arbete och 30 började studera. Resterande 54 är kvar i insatsen.',
  ],
  [
    'the rest of a group',
    'Satsningen omfattar de 100 dyraste hushållen. I dag ingår 60 hushåll i projektet, då resterande 40 redan får stöd.',
    'Satsningen omfattar de 100 dyraste hushållen. I dag ingår 60 hushåll i projektet, då resterande 50 redan får stöd.',
  ],
  [
    'an expression',
    'Besparingen räknas fram som 16 personer × 6 300 kr × 6 månader = 604 800 kr.',
    'Besparingen räknas fram som 16 personer × 6 300 kr × 6 månader = 640 800 kr.',
  ],
  [
    'plus and minus',
    'Det ger 449 + 620 − 691 = 378 pågående utredningar.',
    'Det ger 449 + 620 − 691 = 387 pågående utredningar.',
  ],
  [
    'per person and month',
    'Insatsen för 12 deltagare kostar 8 000 kr per månad och person i fyra månader, totalt 384 000 kr.',
    'Insatsen för 12 deltagare kostar 8 000 kr per månad och person i fyra månader, totalt 348 000 kr.',
  ],
  [
    'groups of',
    'Kursen gavs för 12 grupper med 8 deltagare i varje, totalt 96 deltagare.',
    'Kursen gavs för 12 grupper med 8 deltagare i varje, totalt 69 deltagare.',
  ],
  [
    'stock and flow',
    'Vid årets början fanns 120 öppna ärenden. Under året inkom 340 ärenden och 310 avslutades. Vid årets slut återstod 150 ärenden.',
    'Vid årets början fanns 120 öppna ärenden. Under året inkom 340 ärenden och 310 avslutades. Vid årets slut återstod 190 ärenden.',
  ],
  [
    'the same figure again',
    'Under 2023 fick 1 395 hushåll ekonomiskt bistånd. Kostnaden var hög. De 1 395 hushåll som fick ekonomiskt bistånd under 2023 hade många barn.',
    'Under 2023 fick 1 395 hushåll ekonomiskt bistånd. Kostnaden var hög. De 1 359 hushåll som fick ekonomiskt bistånd under 2023 hade många barn.',
  ],
  [
    'a claim of savings',
    'Omställningen har gett en besparing på 11 miljoner från föregående år. Under 2020 betalade kommunen ut 38,1 miljoner kronor. Under 2021 var summan 26,7 miljoner kronor.',
    'Omställningen har gett en besparing på 15 miljoner från föregående år. Under 2020 betalade kommunen ut 38,1 miljoner kronor. Under 2021 var summan 26,7 miljoner kronor.',
  ],
  [
    'the base of a share',
    'I genomsnitt får 2 000 hushåll bistånd varje månad. De 100 dyraste hushållen utgör 5 % av alla aktuella hushåll.',
    'I genomsnitt får 1 200 hushåll bistånd varje månad. De 100 dyraste hushållen utgör 5 % av alla aktuella hushåll.',
  ],
  [
    'classes',
    'Antalet hushåll med bistånd 10 månader eller mer minskade. Antalet med mindre än 10 månader är oförändrat.',
    'Antalet hushåll med bistånd 10 månader eller mer minskade. Antalet med mindre än 9 månader är oförändrat.',
  ],
  [
    'classes that overlap',
    'Väntetiderna delas in i 0–3 dagar, 4–7 dagar och 8–14 dagar.',
    'Väntetiderna delas in i 0–4 dagar, 4–7 dagar och 8–14 dagar.',
  ],
  ['a day that is none', 'Rapporten lämnas senast den 30 april 2024.', 'Rapporten lämnas senast den 31 april 2024.'],
  ['a leap day', 'Mätningen gjordes 2024-02-29.', 'Mätningen gjordes 2023-02-29.'],
  ['a weekday', 'Nämnden sammanträder tisdagen den 14 maj 2019.', 'Nämnden sammanträder onsdagen den 14 maj 2019.'],
  ['a period', 'Projektet pågår 2012-09-01 t o m 2013-09-01.', 'Projektet pågår 2012-09-01 t o m 2011-09-01.'],
  ['years', 'Planen gäller 2019–2021.', 'Planen gäller 2021–2019.'],
  [
    'a goal',
    'Åtgärderna ska halvera underskottet. Underskottet var 8 000 tkr vid årets början.',
    'Åtgärderna ska halvera underskottet. Arbetet har börjat bra.',
  ],
  ['a placeholder', 'Hushållen har varit aktuella i sju år.', 'Hushållen har varit aktuella i xx antal år.'],
  [
    'a placeholder in brackets',
    'Antalet hushåll var 45 (se tabell 2).',
    'Antalet hushåll var [ange antal] (se tabell 2).',
  ],
  ['a placeholder with a unit', 'Utfallet blev 12 procent.', 'Utfallet blev XX procent.'],
]

const table = (rows: string[], by: (row: string) => string) => rows.map(by).join('\n')
const layouts: [string, (rows: string[]) => string][] = [
  ['tabs', (rows) => table(rows, (row) => row.replaceAll('|', '\t'))],
  ['pipes', (rows) => table(rows, (row) => `| ${row.replaceAll('|', ' | ')} |`)],
  [
    'Markdown',
    ([head = '', ...rows]) =>
      [
        `| ${head.replaceAll('|', ' | ')} |`,
        `|${head.replace(/[^|]+/g, '---')}|`,
        ...rows.map((row) => `| ${row.replaceAll('|', ' | ')} |`),
      ].join('\n'),
  ],
  [
    'blanks',
    (rows) =>
      table(rows, (row) =>
        row
          .split('|')
          .map((cell, at) => (at === 0 ? cell.padEnd(34) : cell.padStart(14)))
          .join(''),
      ),
  ],
  ['one blank', (rows) => table(rows, (row) => row.replaceAll('|', ' '))],
]

const tables: [what: string, right: string[], wrong: string[]][] = [
  [
    'variance',
    [
      'Rad|Utfall|Budget|Avvikelse',
      'Intäkter|5 120|4 900|+220',
      'Personal|-8 450|-8 210|-240',
      'Lokaler|-1 275|-1 300|+25',
      'Summa|-4 605|-4 610|+5',
    ],
    [
      'Rad|Utfall|Budget|Avvikelse',
      'Intäkter|5 120|4 900|+220',
      'Personal|-8 450|-8 210|-420',
      'Lokaler|-1 275|-1 300|+25',
      'Summa|-4 605|-4 610|+5',
    ],
  ],
  [
    'a sign',
    [
      'Rad|Utfall|Budget|Avvikelse',
      'Intäkter|5 120|4 900|+220',
      'Personal|-8 450|-8 210|-240',
      'Lokaler|-1 275|-1 300|+25',
      'Summa|-4 605|-4 610|+5',
    ],
    [
      'Rad|Utfall|Budget|Avvikelse',
      'Intäkter|5 120|4 900|+220',
      'Personal|-8 450|-8 210|-240',
      'Lokaler|1 275|-1 300|+25',
      'Summa|-4 605|-4 610|+5',
    ],
  ],
  [
    'a sum',
    ['Typ|2022|2023', 'Arbete|41|57', 'Studier|18|16', 'Flytt|22|25', 'Summa|81|98'],
    ['Typ|2022|2023', 'Arbete|41|57', 'Studier|18|16', 'Flytt|22|25', 'Summa|81|89'],
  ],
  [
    'women, men and all',
    ['Insats|Kvinnor|Män|Totalt', 'Jobbspår|12|15|27', 'Praktik|24|19|43', 'Kurs|31|22|53'],
    ['Insats|Kvinnor|Män|Totalt', 'Jobbspår|12|15|27', 'Praktik|24|19|34', 'Kurs|31|22|53'],
  ],
  [
    'changes between years',
    ['Område|2022|2023|Förändring', 'Norr|412|388|-24', 'Söder|355|371|+16', 'Väster|298|260|-38'],
    ['Område|2022|2023|Förändring', 'Norr|412|388|-24', 'Söder|355|371|+61', 'Väster|298|260|-38'],
  ],
  [
    'changes in per cent',
    ['Område|2022|2023|Förändring %', 'Norr|400|380|-5,0 %', 'Söder|350|371|+6,0 %', 'Väster|300|255|-15,0 %'],
    ['Område|2022|2023|Förändring %', 'Norr|400|380|-5,0 %', 'Söder|350|371|+9,0 %', 'Väster|300|255|-15,0 %'],
  ],
  [
    'shares of the sum',
    ['Orsak|Antal|Andel', 'Arbetslös|120|60 %', 'Sjuk|50|25 %', 'Övrigt|30|15 %', 'Totalt|200|100 %'],
    ['Orsak|Antal|Andel', 'Arbetslös|120|60 %', 'Sjuk|50|52 %', 'Övrigt|30|15 %', 'Totalt|200|100 %'],
  ],
  [
    'what was, came, went and is',
    [
      'Flöde|T1|T2',
      'Ingående ärenden|120|150',
      'Nya ärenden|80|64',
      'Avslutade ärenden|50|71',
      'Utgående ärenden|150|143',
    ],
    [
      'Flöde|T1|T2',
      'Ingående ärenden|120|150',
      'Nya ärenden|80|64',
      'Avslutade ärenden|50|71',
      'Utgående ärenden|150|134',
    ],
  ],
]

describe('right is silent, and one error is found', () => {
  test.each(pairs)('%s', (_, right, wrong) => {
    expect(told(right)).toEqual([])
    expect(told(wrong)).not.toEqual([])
  })
  describe.each(layouts)('in a table with %s', (_, layout) => {
    test.each(tables)('%s', (_what, right, wrong) => {
      expect(told(layout(right))).toEqual([])
      expect(told(layout(wrong))).not.toEqual([])
    })
  })
})

describe('silent about what may be right', () => {
  test.each([
    'En minskning med 22 % (72 personer). Samtidigt har gruppen ökat med 78 % (46 personer).',
    'Kommunen har 34 500 invånare. Av dem fick 8,7 procent bistånd någon gång under 2018.',
    'Under 2023 beviljades 120 ansökningar och 30 ansökningar avslogs, en ökning med 5 procent.',
    'Vårdspåret pågår i 19 veckor, februari–maj, med 18 deltagare. Lokalvårdsutbildningen är 15 veckor och har 20 platser, 17 startade.',
    'Barn i familjer med bistånd löper tre gånger högre risk att själva få bistånd som vuxna.',
    'Alla arbetslösa under 25 år träffar en konsulent. Personer över 65 år får annat stöd.',
    'Per månad är överskottet ca 500 tkr så på fyra månader har det kommit upp i 2 068 tkr.',
    'Enligt 4 kap. 1 § SoL (2001:453) och KF 2017-11-20 § 186 (SOCN/2018:65) gäller detta. Ring 08-508 12 345.',
    'Under perioden januari och februari var underskottet 8 000 tkr och under januari till mars 12 048 tkr.',
    'Cirka 50 personer har fått arbete eller praktik. Fem personer har fått arbetsträning.',
    'Gruppen består av 16 personer. Varje person kostar ca 6 300 kr/månad, vilket ger en besparing på 600 tkr för 2006.',
    'Antalet hushåll är drygt 1 160. I genomsnitt får 1 163 hushåll bistånd varje månad.',
    'I mars startade 12 nya ärenden. I april startade 15 nya ärenden. I maj startade 21 nya ärenden.',
    'Av 43 deltagare fick 17 arbete, 9 på heltid och 8 på deltid.',
    'Kursen hade 20 platser, varav 17 är besatta. 50 % av tjänsten betalas av nämnden.',
    'Sjukfrånvaron var 5,2 procent för kvinnor och 6,8 procent för män.',
    '60 procent av kvinnorna och 45 procent av männen fick arbete.',
    'Ärendena ökade från januari till mars. Från 18 år till 25 år gäller andra regler.',
    '_____________\n\nUnderskrift',
    '– Det blev som vi trodde …, säger hon.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
})

test('an amount rounded from kronor to thousands is no finding', () => {
  expect(
    told(
      'Rad\tUtfall\tBudget\tAvvikelse\nBistånd\t-20 903\t-16 653\t-4 249\nPlaceringar\t-24 054\t-12 805\t-11 250\nSumma\t-44 957\t-29 458\t-15 499',
    ),
  ).toEqual([])
})

test('nothing that is typed makes it fail, and everything that is marked stands in the text', () => {
  const pieces = fc.constantFrom(
    'av',
    'från',
    'till',
    '12',
    '1 300',
    '40 %',
    'hushåll',
    'minskning med',
    '(',
    ')',
    '.',
    '\n',
    '\t',
    '|',
    'Summa',
    '2019',
    'hälften',
    'tkr',
    '-',
    '×',
    '=',
    ', ',
    'kvinnor',
    'och',
    'män',
    '\n\n',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const document = readText(text)
      for (const { places } of checkDocument(document, month('2024-04')).findings)
        for (const { block, from, until, row, cell } of places) {
          const found = document.blocks[block]!
          const length = found.kind === 'table' ? found.rows[row ?? 0]!.cells[cell ?? 0]!.length : found.text.length
          expect(from >= 0 && from <= until && until <= length).toBe(true)
        }
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('kinds are told apart', () =>
  expect(kinds('Målet är 45 procent (34 av 85). Det var den 31 april.')).toEqual(['share', 'date']))
