/** What is told of each row, beside the file's own columns. The importer knows a file of mended rows by them. */
export const rejectedHeadings = { row: 'utfall_rad', problems: 'utfall_fel' }

/**
 * Bad rows as a file to mend and send again: the row's number and its problems, then the cells as they came,
 * under the headings they came under, which are row 0.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function rejectedCsv(rows: { row_number: number; cells: string[]; problems: string[] }[]): string {
  const lines = rows.map(({ row_number, cells, problems }) =>
    row_number === 0
      ? [rejectedHeadings.row, rejectedHeadings.problems, ...cells]
      : [String(row_number), problems.join(' '), ...cells],
  )
  return `\ufeff${lines.map((line) => `${line.map(field).join(';')}\r\n`).join('')}`
}

function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d\s])/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
