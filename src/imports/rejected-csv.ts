/**
 * Bad rows as a file to mend and send again: the row's number and its problems, then the cells as they came.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function rejectedCsv(rows: { row_number: number; cells: string[]; problems: string[] }[]): string {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const header = ['rad', 'fel', ...Array.from({ length: width }, (_, at) => `kolumn_${at + 1}`)]
  const lines = rows.map(({ row_number, cells, problems }) => [String(row_number), problems.join(' '), ...cells])
  return `\ufeff${[header, ...lines].map((line) => line.map(field).join(';')).join('\r\n')}\r\n`
}

function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d\s])/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
