import { amountColumn, dayColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { household } from './household-column.ts'

/** Paid amounts. A negative amount is a recovery. The concerned month is what statistics go by, not the pay day. */
export const payments: Kind = {
  name: 'payments',
  label: 'Utbetalningar',
  columns: [
    keyColumn({
      name: 'paymentKey',
      label: 'Utbetalningsnr',
      aliases: ['Utbetalningsid', 'Utbetalningsnummer', 'Betalningsnr', 'Utbetnr', 'PaymentId', 'Id'],
    }),
    household,
    monthColumn({
      name: 'concernedMonth',
      label: 'Avser månad',
      required: true,
      aliases: [
        'Avs månad',
        'Avser period',
        'Avsermånad',
        'Avser',
        'Biståndsmånad',
        'Månad avser',
        'Utbetalning avser',
        'ConcernedMonth',
        'Period',
        'Månad',
      ],
    }),
    dayColumn({
      name: 'paidOn',
      label: 'Utbetalningsdatum',
      aliases: [
        'Utbet.datum',
        'UtbetDatum',
        'Utbetalningsdag',
        'Utbetald',
        'Betaldatum',
        'Betalningsdatum',
        'Bet datum',
        'PayDate',
        'PaymentDate',
        'Datum',
      ],
    }),
    amountColumn({
      name: 'amount',
      label: 'Belopp',
      required: true,
      aliases: [
        'Utbetalt belopp',
        'Bruttobelopp',
        'Utbet.belopp',
        'Utbetalt',
        'Summa',
        'Nettobelopp',
        'Belopp kr',
        'Amount',
      ],
    }),
    textColumn({
      name: 'purpose',
      label: 'Ändamål',
      aliases: [
        'Ändamålskod',
        'Utbetalningsändamål',
        'Biståndstyp',
        'Kostnadstyp',
        'Kostnadsslag',
        'Utbetalningstyp',
        'Purpose',
      ],
    }),
  ],
  key: { own: 'paymentKey', identifying: ['household', 'concernedMonth', 'paidOn', 'purpose'], repeated: 'numbered' },
  fileNames: ['utbetalning', 'utbet', 'betalning', 'payment'],
  ownMunicipalityOnly: true,
}
