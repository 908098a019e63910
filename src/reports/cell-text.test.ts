import { describe, expect, test } from 'vitest'
import { cellText, inlineText } from './cell-text.ts'
import type { Cell } from './document.ts'

const definitionId = 'any'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('in a table', () => {
  test.each<[Cell, string]>([
    [{ kind: 'kronor', ore: 868_064, definitionId }, '8 681 kr'],
    [{ kind: 'kronor', ore: 868_064, definitionId, signed: true }, '+8 681 kr'],
    [{ kind: 'thousands', ore: -2_974_300_000, definitionId }, '−29 743'],
    [{ kind: 'thousands', ore: 206_800_000, definitionId, signed: true }, '+2 068'],
    [{ kind: 'count', count: 1395, definitionId }, '1 395'],
    [{ kind: 'count', count: -72, definitionId, signed: true }, '−72'],
    [{ kind: 'decimal', number: 5.152, decimals: 2, definitionId }, '5,15'],
    [{ kind: 'share', share: 0.3671, definitionId }, '36,7 %'],
    [{ kind: 'share', share: -0.10451, definitionId, signed: true }, '−10,5 %'],
    [{ kind: 'share', share: 0.0001, definitionId, signed: true }, '0,0 %'],
    [{ kind: 'points', share: -0.0019, definitionId }, '−0,2 p.e.'],
    [{ kind: 'withheld', reason: 'no-data', definitionId }, '..'],
    [{ kind: 'open' }, ''],
  ])('%j is %s', (cell, text) => expect(plain(cellText(cell))).toBe(text))
})

test('a protected figure looks the same whichever way it is protected', () =>
  expect(cellText({ kind: 'withheld', reason: 'too-few', definitionId })).toBe(
    cellText({ kind: 'withheld', reason: 'reveals-another', definitionId }),
  ))

test('in running text an amount has its unit and a missing figure its reason', () =>
  expect(
    plain(
      inlineText([
        'Netto ',
        { kind: 'thousands', ore: 100_000, definitionId },
        ', antal ',
        { kind: 'withheld', reason: 'too-few', definitionId },
      ]),
    ),
  ).toBe('Netto 1 tkr, antal visas inte (skyddad uppgift)'))
