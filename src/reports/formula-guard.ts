/**
 * Text that a spreadsheet could take for a formula gets an apostrophe in front, which makes it text.
 * For text alone: a negative number stays a number.
 */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
