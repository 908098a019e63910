import { statements } from '../../parameters/code-lists/lists.ts'
import { codeReader } from '../../parameters/code-lists/code-list.ts'
import { amountColumn, codeColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Column, Kind, Layout } from '../kind.ts'
import { monthColumns, yearIn } from '../month-parts.ts'

const statementOf = codeReader(statements)

/** Accounts of class 3–8 are incomes and costs of the year, and so of the operating statement. Source: Kommun-Bas. */
const statement: Column = {
  ...codeColumn(
    {
      name: 'statement',
      label: 'Redovisning',
      required: true,
      aliases: ['Typ av redovisning', 'Drift/investering', 'Budgettyp'],
    },
    statements,
  ),
  parse: (text) => {
    const code = statementOf(text) ?? (/^[3-8]\d{2,}$/.test(text) ? 'operating' : null)
    return code === null ? { problem: 'unknown-code' } : { ok: code }
  },
  evidence: 'weak',
  besides: 'account',
}

const month = monthColumn({
  name: 'month',
  label: 'Månad',
  required: true,
  aliases: ['Period', 'Budgetmånad', 'Avser månad', 'Budgetår'],
})

/** A year alone is the whole year's budget, kept as month 0 of it: how it falls on the months is not the file's to say. */
const monthOrYear: Column = {
  ...month,
  parse: (text, context) => (/^(19|20|21)\d\d$/.test(text) ? { ok: `${text}-00` } : month.parse(text, context)),
}

/** The budget by month or year, for the operating and the investment statement. */
export const budget: Kind = {
  name: 'budget',
  label: 'Budget',
  columns: [
    statement,
    {
      ...keyColumn({ name: 'account', label: 'Konto', aliases: ['Kontonr', 'Kontonummer', 'Kontokod'] }),
      repeats: true,
    },
    textColumn({
      name: 'label',
      label: 'Benämning',
      required: true,
      aliases: ['Kontonamn', 'Kontobenämning', 'Rad', 'Budgetpost', 'Text'],
    }),
    monthOrYear,
    amountColumn({
      name: 'amount',
      label: 'Budget',
      required: true,
      aliases: ['Budgetbelopp', 'Belopp', 'Budget kr', 'Periodiserad budget'],
    }),
  ],
  key: { identifying: ['statement', 'account', 'label', 'month'], repeated: 'numbered' },
  fileNames: ['budget'],
  ownMunicipalityOnly: true,
  layoutOf,
}

/** Months as headings, whose year the title or the file's name may have. A ledger looks the same, so a budget has to say so. */
function layoutOf(columns: readonly string[], title: string, fileName: string): Layout | null {
  if (!/budget/i.test([title, fileName, ...columns].join(' '))) return null
  const values = monthColumns(columns, yearIn(title) ?? yearIn(fileName))
  return values.length > 1 ? { target: 'amount', countedIn: title, given: {}, values } : null
}
