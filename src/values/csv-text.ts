/** Excel opens a file as UTF-8 only when it begins with this mark. */
export const byteOrderMark = '\ufeff'

/** Rows as a Swedish spreadsheet reads them: semicolons, byte order mark, and no cell that would run as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string => byteOrderMark + csvLines(rows)

/** The same rows without the mark, for a file that is written some rows at a time. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')

/** A negative number is a number; other texts that begin like a formula are made text. */
function cellText(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+(,\d+)?$)/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
