import { expect, test } from 'vitest'
import { suppressionChart } from '../charts/suppression-chart.ts'
import { manualPage } from './manual-page.ts'
import type { Spec } from './spec.ts'

const spec: Spec = {
  id: 'mean',
  family: 'survival',
  title: 'Medelvärde',
  answers: 'Hur mycket i genomsnitt?',
  definition: 'Summan delad med antalet.',
  choices: ['Inget'],
  notWhen: ['Fördelningen är sned'],
  sources: ['Gauss (1809)'],
  command: 'utfall calculate mean',
  picture: {
    caption: 'En enda drar upp medelvärdet.',
    chart: () =>
      suppressionChart({ rowLabel: '', columns: ['a'], rows: [{ label: 'x', cells: [7] }] }, { title: 'Snett' }),
  },
  situations: [
    {
      title: 'Två värden',
      given: {
        columns: ['a|b', 'value'],
        rows: [
          ['x|y', -1.5],
          [null, 2 / 3],
        ],
      },
      find: (given) => given,
      expected: { columns: ['mean'], rows: [[0.25]] },
    },
    {
      title: 'Inga värden',
      given: { columns: ['value'], rows: [] },
      find: (given) => given,
      expected: { refused: 'no-rows' },
    },
  ],
}

test('a method is told with its examples, its limits and its sources', () => {
  const page = manualPage([spec], ({ id }) => `calculations/${id}.svg`)
  for (const part of [
    '# Beräkningarna',
    '- Hur länge biståndet varar\n  - [Medelvärde](#metod-mean)',
    '### <a id="metod-mean"></a>Medelvärde\n\nHur mycket i genomsnitt?\n\nSumman delad med antalet.',
    '**Valt åt läsaren**\n\n- Inget',
    '**När den inte ska användas**\n\n- Fördelningen är sned',
    '**Så blir det fel**\n\nEn enda drar upp medelvärdet.\n\n![Snett](calculations/mean.svg)\n\n*Snett. Alla 1 celler visas.*',
    'Koden: [survival](../src/calculations/survival).',
    "import { kaplanMeier } from 'utfall/calculations/survival/kaplan-meier'",
    '```\nnpx utfall calculate mean\n```',
    '#### Två värden\n\n| a\\|b | value |\n| --- | --- |\n| x\\|y | −1,5 |\n| – | 0,666667 |\n\nger\n\n| mean |\n| --- |\n| 0,25 |',
    '#### Inga värden\n\nInga rader (value).\n\nger\n\ninget tal: det finns inga rader (`no-rows`).',
    '**Källor**\n\n- Gauss (1809)',
  ])
    expect(page).toContain(part)
})

test('what a method lacks leaves no empty heading', () => {
  const { command: _, ...bare } = { ...spec, notWhen: [] }
  const page = manualPage([bare], () => '')
  expect(page).not.toContain('När den inte ska användas')
  expect(page).not.toContain('Körs med')
})
