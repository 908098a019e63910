import type { Definition, FigureTable, FigureUnit } from '../../src/analysis/figures.ts'

/** The definitions as a Swedish page: what every figure and table counts, and where it comes from. */
export function definitionsPage(indicators: readonly Definition[], tables: readonly FigureTable[]): string {
  return [
    '# Definitioner',
    '',
    'Skapas av `npm run docs` ur programmets egna definitioner. Ändra inte här.',
    '',
    'Publicerade tal går genom ett skydd: antal 1–4 visas inte, och inte heller tal som skulle avslöja dem.',
    '',
    '## Nyckeltal',
    '',
    ...indicators.flatMap(indicatorLines),
    '## Tabeller',
    '',
    ...tables.flatMap(tableLines),
  ].join('\n')
}

const indicatorLines = ({
  id,
  name,
  definition,
  unit,
  numerator,
  denominator,
  source,
  version,
}: Definition): string[] => [
  `### ${name}`,
  '',
  definition,
  '',
  `- Täljare: ${numerator}`,
  `- Nämnare: ${denominator}`,
  `- Enhet: ${unitText[unit]}`,
  `- Källa: ${source}`,
  `- Namn i data: \`${id}\`, version ${version}`,
  '',
]

const tableLines = ({ id, name, definition, source, definitionVersion }: FigureTable): string[] => [
  `### ${name}`,
  '',
  definition,
  '',
  `- Källa: ${source}`,
  `- Namn i data: \`${id}\`, version ${definitionVersion}`,
  '',
]

const unitText = {
  households: 'hushåll',
  persons: 'personer',
  decisions: 'beslut',
  applications: 'ansökningar',
  months: 'månader',
  share: 'andel',
  ore: 'öre',
  count: 'antal',
} satisfies Record<FigureUnit, string>
