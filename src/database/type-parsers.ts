import pg from 'pg'

/**
 * What the database's values become here, the same on every computer and in every time zone.
 *
 * int8 (counts, öre) a number, and an error above 2^53 − 1. numeric text, exact. date text `YYYY-MM-DD`.
 * timestamptz a Date, and 'infinity' the number Infinity. Everything else as `pg` has it.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    ((format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format)) as Parser,
}

type Parser = (text: string) => unknown

const asText = (text: string) => text

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The whole number ${text} is too large to be exact.`)
  return value
}

const TEXT_ARRAY: number = 1009

/** Arrays of one dimension. */
const arrayOf = (parse: Parser) => (text: string) => {
  const items = pg.types.getTypeParser(TEXT_ARRAY)(text) as (string | null)[]
  return items.map((item) => (item === null ? null : parse(item)))
}

/** Keys are PostgreSQL's own numbers for its types: the type, then its array. */
const parsers: Record<number, Parser> = {
  20: safeInteger,
  1016: arrayOf(safeInteger),
  1700: asText,
  1231: arrayOf(asText),
  1082: asText,
  1182: arrayOf(asText),
}
