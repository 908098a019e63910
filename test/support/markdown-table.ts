/**
 * The rows of every table in a Markdown text that has a column with this heading, cell by cell.
 * Cells are trimmed, so that it does not matter how the table is aligned.
 */
export function tableRows(markdown: string, heading: string): string[][] {
  const tables = markdown.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')))
  return tables
    .map((lines) => lines.map(cellsOf))
    .filter(([header]) => header?.includes(heading))
    .flatMap(([, , ...rows]) => rows)
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())
