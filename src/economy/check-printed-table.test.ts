import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { checkPrintedTable } from './check-printed-table.ts'
import { swappedDigits } from './mend-printed-row.ts'
import type { PrintedFinding } from './printed-finding.ts'
import { findingText } from './printed-finding.text.ts'
import { parsePrinted } from './read-printed-table.ts'
import { costRatio, impliedBase } from './share-base.ts'

const check = (text: string, more: { comment?: string; months?: number } = {}) =>
  checkPrintedTable({ text, at: month('2019-04'), ...more })!
const told = ({ findings }: { findings: PrintedFinding[] }) =>
  findings.filter(({ severity }) => severity !== 'note').map(({ kind, label }) => `${kind}: ${label}`)

/** The statement of January–April 2019 as it was printed, with its errors. */
const printed = `Drift (tkr)|Utfall jan–apr|Budget jan–apr|Avvikelse|Prognos budgetavvikelse helår
Intäkter|11 890|9 558|+2 332|+2 300
Kostnader|−86 983|−69 761|−17 223|−32 300
– ekonomiskt bistånd|−20 903|−16 653|−4 249|−8 000
– placeringar|−24 054|−12 805|−11 250|−23 000
– personal inkl. ers. familjehem|−29 743|−31 811|+2 086|+6 700
– utredningskonsulter|−4 007|0|−4 007|−8 000
– övriga kostnader|8 276|−8 492|+216|0
Summa|−75 094|−60 203|−14 891|−30 000
Ekonomi i balans, KS mars||||−30 000
Avvikelse mot ekonomi i balans||||0`

describe('the printed statement of January–April 2019', () => {
  const checked = check(printed, { comment: 'Personal visar ett överskott på 2 068 tkr.' })
  const find = (kind: PrintedFinding['kind'], label: string) =>
    checked.findings.find((finding) => finding.kind === kind && finding.label.startsWith(label))

  test('has these errors, and no other row is flagged', () =>
    expect(told(checked)).toEqual([
      'parts: Kostnader',
      'variance: personal inkl. ers. familjehem',
      'lost-sign: övriga kostnader',
      'above-trend: personal inkl. ers. familjehem',
    ]))
  test('2 086 should be 2 068: two digits have changed places, and the text has it right', () =>
    expect(find('variance', 'personal')).toMatchObject({
      printed: 2086,
      expected: 2068,
      swapped: ['6', '8'],
      inText: true,
    }))
  test('216 fits only with −8 276, and as printed the parts come to −70 431', () =>
    expect(find('lost-sign', 'övriga')).toMatchObject({
      printed: 8276,
      expected: -8276,
      variance: 216,
      sumAsPrinted: -70_431,
    }))
  test('the parts of the variance come to −17 204, 19 from −17 223, and to −17 222 when mended', () =>
    expect(find('parts', 'Kostnader')).toMatchObject({
      column: 'variance',
      printed: -17_223,
      sum: -17_204,
      corrected: -17_222,
    }))
  test('a surplus of 2 068 in four months is 6 204 a year, not 6 700', () =>
    expect(find('above-trend', 'personal')).toMatchObject({ printed: 6700, trend: 6204 }))
  test('what differs by one for each summed row is rounding', () =>
    expect(
      checked.findings
        .filter(({ kind }) => kind === 'rounding')
        .map((each) => [each.label, 'column' in each && each.column]),
    ).toEqual([
      ['Kostnader', 'variance'],
      ['ekonomiskt bistånd', 'variance'],
      ['placeringar', 'variance'],
      ['Summa', 'actual'],
    ]))
  test('the same table put right has no error', () => {
    const right = printed
      .replace('+2 086', '+2 068')
      .replace('|8 276|', '|−8 276|')
      .replace('+6 700', '+6 200')
      .replace('−32 300', '−32 800')
      .replace('|−14 891|−30 000', '|−14 891|−30 500')
      .replace('\nEkonomi i balans, KS mars||||−30 000\nAvvikelse mot ekonomi i balans||||0', '')
    expect(told(check(right))).toEqual([])
  })
  test('a wrong difference to the balanced economy is told', () =>
    expect(told(check(printed.replace(/\|0$/, '|500')))).toContain('balance: Avvikelse mot ekonomi i balans'))
})

test('the printed investments: 600 cannot be left of 400', () => {
  const table = `Investeringar;Utfall;Budget;Avvikelse;Prognos avvikelse helår
Digitalisering;0;−133;133;0
Möbler;0;−158;158;0
Arbetsmiljö;0;−400;400;600
Summa;0;−691;691;600`
  const checked = check(table)
  expect(told(checked)).toEqual(['full-year-budget: Arbetsmiljö'])
  expect(checked.findings[0]).toMatchObject({ printed: 600, budget: -400 })
})

/** The table of volumes as it was printed. */
const volumes = `Mått\tJan–apr 2019\tPrognos 2019\t2018
Hushåll med ekonomiskt bistånd, genomsnitt/mån\t602\t550\t599
Ensamkommande barn/unga\t45\t35\t49
Vårddygn familjehem ensamkommande\t4 518\t12 000\t14 944
Vårddygn stödboende/HVB ensamkommande\t1 065\t4 000\t4 571
Vårddygn familjehem barn/unga exkl.\t8 684\t22 000\t24 078
Vårddygn institution barn/unga exkl.\t1 878\t7 000\t6 649
Vårddygn institution vuxna\t2 567\t7 000\t7 690
Vårddygn Vårnäs, öppet intag\t643\t1 300\t1 238
Kontaktfamiljer/-personer pågående\t56\t100\t81
Ärenden spelmissbruk (nytt mått)\t4\t–\t–
Kvinnofridsärenden\t22\t140\t125
Sociala kontrakt\t96\t90\t94
Stadigvarande serveringstillstånd\t30\t35\t30
Inkomna aktualiseringar\t1 575\t5 000\t4 314
Startade utredningar\t620\t2 200\t2 005
Avslutade utredningar\t691\t2 000\t1 940
Pågående utredningar\t1 040\t450\t449`

describe('the printed volumes', () => {
  const checked = check(volumes, { comment: '' })
  test('have these findings, and no other row is flagged', () =>
    expect(told(checked)).toEqual([
      'stock-flow: Pågående utredningar',
      'no-comment: ',
      'deviation: Vårddygn Vårnäs, öppet intag',
      'deviation: Kvinnofridsärenden',
    ]))
  test('the months are read from the heading, and 550 needs 524 from here', () => {
    expect(checked.months).toBe(4)
    expect(checked.findings.find(({ kind }) => kind === 'required-average')).toMatchObject({
      target: 550,
      required: 524,
    })
  })
  test('449 + 620 − 691 is 378 and not 1 040', () =>
    expect(checked.findings[0]).toMatchObject({ expected: 378, reported: 1040 }))
  test('a comment answers for the deviations', () =>
    expect(told(check(volumes, { comment: 'Vårnäs har öppnat fler platser.' }))).not.toContain('no-comment: '))
})

test('the printed staff figures agree; few men is a note', () => {
  const checked = check(`Nyckeltal;Totalt;Kvinnor;Män;Totalt;Kvinnor;Män
Anställda;137;109;28;143;108;35
Heltid;94,9;96,3;89,3;95,8;98,2;88,6
Sysselsättningsgrad;77,1;81,3;71,7;68,3;82,5;61,3
Sjukfrånvaro;5,2;5,0;5,8;7,0;6,9;7,5
Sjukfrånvaro månadsavlönade;5,3;;;7,3;;
varav under 15 dagar;2,8;;;3,3;;
varav 15–90 dagar;0,8;;;2,0;;
varav över 90 dagar;1,6;;;2,0;;`)
  expect(told(checked)).toEqual([])
  expect(checked.findings.map(({ kind }) => kind)).toEqual(['few', 'rounding'])
  expect(told(check('Nyckeltal;Totalt;Kvinnor;Män\nAnställda;138;109;28\nHeltid;97,9;96,3;89,3'))).toEqual([
    'groups: Anställda',
    'share-outside: Heltid',
  ])
})

describe('what a share is of', () => {
  test('100 at 5 per cent is of 2 000, at 3.2 times the average cost', () => {
    expect([impliedBase(100, 0.05), costRatio(16, 5)]).toEqual([2000, 3.2])
    const checked = check('Grupp;Antal hushåll;Andel av hushållen;Andel av kostnaden\nDyraste;100;5 %;16 %')
    expect(checked.findings).toMatchObject([{ kind: 'share-base', base: 2000, costRatio: 3.2 }])
    expect(told(check('Grupp;Antal;Andel;Bas\nDyraste;100;5 %;1160'))).toEqual(['share-of-base: Dyraste'])
  })
  test('the obstacles from January 2018 to January 2019', () => {
    const checked = check(`Hinder;Förändring, %;Förändring, antal
Arbetslös;−22 %;−72
SFI;+78 %;+46
Arbetshinder;+17 %;+24
Pension;+57 %;+21`)
    expect(checked.findings.map((each) => each.kind === 'share-base' && [each.base, each.after])).toEqual([
      [327, 255],
      [59, 105],
      [141, 165],
      [37, 58],
    ])
  })
})

test.each([
  ['−29 743', -29_743],
  ['(29 743)', -29_743],
  ['+2 332', 2332],
  ['94,9 %', 94.9],
  ['2.068', 2068],
  ['–', null],
  ['', null],
  ['..', null],
  ['ca 500', null],
])('%s is read as %s', (text, value) => expect(parsePrinted(text)).toBe(value))

test('two digits that changed places are told from other errors', () => {
  expect(swappedDigits(2086, 2068)).toEqual(['6', '8'])
  expect(swappedDigits(2086, 2067)).toBeNull()
  expect(swappedDigits(-2086, 2068)).toBeNull()
})

test('what is no table is said to be none', () => {
  expect(checkPrintedTable({ text: 'Kommentar till volymutveckling', at: month('2019-04') })).toBeNull()
  expect(checkPrintedTable({ text: '', at: month('2019-04') })).toBeNull()
})

const amount = fc.integer({ min: -99_999, max: 99_999 })
test('a table that was summed and subtracted right has no error, whatever its numbers', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          amount,
          amount.filter((budget) => budget < 0),
        ),
        { minLength: 2, maxLength: 6 },
      ),
      (parts) => {
        const sum = (at: 0 | 1) => parts.reduce((all, part) => all + part[at], 0)
        const line = (label: string, a: number, b: number) => `${label};${a};${b};${a - b}`
        const text = [
          'Rad;Utfall;Budget;Avvikelse',
          line('Kostnader', sum(0), sum(1)),
          ...parts.map(([a, b], at) => line(`varav rad ${at}`, a, b)),
        ].join('\n')
        expect(check(text).findings).toEqual([])
      },
    ),
    { seed: 1 },
  ))

test('every finding is told in Swedish, without a number that is not one', () => {
  for (const finding of [printed, volumes].flatMap((text) => check(text, { comment: '' }).findings)) {
    expect(findingText(finding)).toMatch(/^[A-ZÅÄÖ0-9].*[.?]$/)
    expect(findingText(finding)).not.toMatch(/NaN|undefined|null/)
  }
})
