import { amountColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'

/** Amounts by account and month, debit positive. A SIE file is read without columns. Voucher texts have no column here. */
export const ledger: Kind = {
  name: 'ledger',
  label: 'Huvudbok',
  columns: [
    {
      ...keyColumn({
        name: 'account',
        label: 'Konto',
        required: true,
        aliases: ['Kontonr', 'Kontonummer', 'Kontokod', 'Account'],
      }),
      repeats: true,
    },
    textColumn({
      name: 'accountName',
      label: 'Kontonamn',
      aliases: ['Benämning', 'Kontobenämning', 'Konto benämning', 'AccountName'],
    }),
    monthColumn({
      name: 'month',
      label: 'Månad',
      required: true,
      aliases: ['Period', 'Bokföringsperiod', 'Bokföringsmånad', 'Bokföringsdatum', 'Verifikationsdatum'],
    }),
    amountColumn({
      name: 'amount',
      label: 'Belopp',
      required: true,
      aliases: ['Utfall', 'Saldo', 'Periodens belopp', 'Bokfört', 'Summa', 'Netto', 'Amount'],
    }),
  ],
  key: { identifying: ['account', 'month'], repeated: 'numbered' },
  fileNames: ['huvudbok', 'ledger', 'bokforing', 'ekonomi', 'utfall'],
  ownMunicipalityOnly: true,
}
