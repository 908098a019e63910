/** Excel opens a file as UTF-8 only when it begins with this mark. */
const byteOrderMark = '\ufeff'

/** Rows as a Swedish spreadsheet reads them: semicolons, byte order mark, and no cell that would run as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')

/** A negative number is a number; other texts that begin like a formula are made text. */
function cellText(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+(,\d+)?$)/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
