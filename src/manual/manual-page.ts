import { manualText } from './manual.text.ts'
import { programExample } from './program-example.ts'
import type { Situation, Spec, SpecTable } from './spec.ts'

/**
 * The manual as Markdown, made from the specs: what is told is what the tests hold.
 * `pictureOf` gives the address of a method's picture.
 */
export function manualPage(specs: readonly Spec[], pictureOf: (spec: Spec) => string): string {
  const families = [...new Set(specs.map(({ family }) => family))]
  const contents = families.flatMap((family) => [
    `- ${manualText.families[family]}`,
    ...specs.filter((spec) => spec.family === family).map((spec) => `  - [${spec.title}](#${anchorOf(spec)})`),
  ])
  const chapters = families.flatMap((family) => [
    `## ${manualText.families[family]}`,
    manualText.introductions[family],
    codeLine(manualText.folders[family]),
    ...specs.filter((spec) => spec.family === family).flatMap((spec) => methodLines(spec, pictureOf)),
  ])
  const page = [`# ${manualText.title}`, ...manualText.introduction, contents.join('\n'), ...program, ...chapters]
  return `${page.join('\n\n')}\n`
}

const program = [
  `## ${manualText.program}`,
  manualText.programIntroduction,
  `\`\`\`ts\n${programExample.code}\`\`\``,
  manualText.programPrints,
  `\`\`\`\n${programExample.prints}\`\`\``,
]

const codeLine = (folders: readonly string[]): string =>
  `${manualText.code} ${folders.map((folder) => `[${folder}](../src/calculations/${folder})`).join(', ')}.`

const anchorOf = ({ id }: Spec) => `metod-${id}`

function methodLines(spec: Spec, pictureOf: (spec: Spec) => string): string[] {
  return [
    `### <a id="${anchorOf(spec)}"></a>${spec.title}`,
    spec.answers,
    spec.definition,
    ...list(manualText.choices, spec.choices),
    ...list(manualText.notWhen, spec.notWhen),
    ...pictureLines(spec, pictureOf(spec)),
    ...(spec.command ? [manualText.command, `\`\`\`\nnpx ${spec.command}\n\`\`\``] : []),
    ...spec.situations.flatMap((situation, at) => situationLines(situation, spec.situations.slice(0, at))),
    ...list(manualText.sources, spec.sources),
  ]
}

function pictureLines({ picture }: Spec, address: string): string[] {
  const { title, description } = picture.chart()
  const sentence = /[.?!]$/.test(title) ? title : `${title}.`
  return [`**${manualText.picture}**`, picture.caption, `![${title}](${address})`, `*${sentence} ${description}*`]
}

const list = (heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`**${heading}**`, items.map((item) => `- ${item}`).join('\n')]

function situationLines({ title, given, expected }: Situation, earlier: Situation[]): string[] {
  const result = 'refused' in expected ? manualText.refused(expected.refused) : tableText(expected)
  const same = earlier.find((each) => tableText(each.given) === tableText(given))
  const rows = same ? manualText.sameRows(same.title) : tableText(given)
  return [`#### ${title}`, rows, manualText.gives, result]
}

function tableText({ columns, rows }: SpecTable): string {
  if (rows.length === 0) return manualText.noRows(columns.join(', '))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(cellText)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n')
}

/** At most six decimals: the rest is in the answer of the command, not in a table to read. */
function cellText(cell: string | number | null): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell.replaceAll('|', '\\|')
  return String(Number(cell.toFixed(6)))
    .replace('.', ',')
    .replace('-', '−')
}
