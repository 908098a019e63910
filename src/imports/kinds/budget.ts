import { statements } from '../../parameters/code-lists/lists.ts'
import { amountColumn, codeColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'

/** The budget by month, for the operating and the investment statement. */
export const budget: Kind = {
  name: 'budget',
  label: 'Budget',
  columns: [
    codeColumn(
      {
        name: 'statement',
        label: 'Redovisning',
        required: true,
        aliases: ['Typ av redovisning', 'Drift/investering', 'Budgettyp'],
      },
      statements,
    ),
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
    monthColumn({ name: 'month', label: 'Månad', required: true, aliases: ['Period', 'Budgetmånad', 'Avser månad'] }),
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
}
