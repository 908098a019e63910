import { describe, expect, test } from 'vitest'
import { mockPreview } from '../../test/support/mock-imports.ts'
import { mappingProblem, suggestedMapping } from '../imports/import-mapping.page.tsx'
import { csvText } from '../values/csv-text.ts'

const preview = mockPreview('utbetalningar.csv')
const targets = preview.kinds[0]?.targets ?? []

describe('the mapping of a file', () => {
  test('begins with what the importer suggests, and leaves the unknown column unread', () => {
    expect(suggestedMapping(preview)).toEqual({
      Utbetalningsnr: 'paymentKey',
      Hushållsnr: 'household',
      'Avs månad': 'concernedMonth',
      'Utbet datum': 'paidOn',
      Belopp: 'amount',
    })
    expect(mappingProblem(targets, suggestedMapping(preview), preview.columns)).toBeNull()
  })

  test('names the columns that are still needed', () => {
    const { Belopp: _amount, ...others } = suggestedMapping(preview)
    expect(mappingProblem(targets, others, preview.columns)).toBe('Välj också kolumn för: Belopp.')
  })

  test('refuses two columns with one meaning', () => {
    const twice = { ...suggestedMapping(preview), Kontering: 'amount' }
    expect(mappingProblem(targets, twice, preview.columns)).toMatch(/Bara en kolumn kan betyda Belopp/)
  })

  test('needs nothing for a format without columns, such as SIE', () => {
    expect(mappingProblem(targets, {}, [])).toBeNull()
  })
})

test('a bad row that looks like a formula is saved as text, and a negative amount as a number', () => {
  expect(csvText([['12', 'Belopp', '=HYPERLINK("x")', '-12,50', '-1+2']])).toBe(
    '\ufeff12;Belopp;"\'=HYPERLINK(""x"")";-12,50;\'-1+2\r\n',
  )
})
