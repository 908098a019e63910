/**
 * Splits SQL text into its statements, without the semicolons that end them.
 *
 * Semicolons inside strings, quoted names, dollar quotes and comments (not nested ones) end nothing.
 * Function bodies are written in dollar quotes: `begin atomic … end` is not understood.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let statement = ''
  let hasCode = false
  for (const [piece] of sql.matchAll(pieces)) {
    if (piece === ';') {
      if (hasCode) statements.push(statement.trim())
      statement = ''
      hasCode = false
      continue
    }
    statement += piece
    hasCode ||= !/^(\s|--|\/\*)/.test(piece)
  }
  return hasCode ? [...statements, statement.trim()] : statements
}

/** One piece that cannot be divided: a comment, a string, a quoted name, a dollar quote, a word, white space, a sign. */
const pieces = new RegExp(
  [
    /--[^\n]*/,
    /\/\*[^]*?\*\//,
    /[eE]'(?:[^'\\]|\\[^]|'')*'/,
    /'(?:[^']|'')*'/,
    /"(?:[^"]|"")*"/,
    /(?<tag>\$(?:[A-Za-z_][\w]*)?\$)[^]*?\k<tag>/,
    /[A-Za-z_][\w$]*/,
    /\s+/,
    /[^]/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
)
