import { codeReader } from '../../parameters/code-lists/code-list.ts'
import { decisionOutcomes } from '../../parameters/code-lists/lists.ts'
import { amountColumn, codeColumn, dayColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Column, Kind } from '../kind.ts'
import { household } from './household-column.ts'

const outcomeOf = codeReader(decisionOutcomes)

/** Case systems may write what was decided on before the outcome: "Ekonomiskt bistånd 12 kap 1 § SoL, avslag". */
const outcome: Column = {
  ...codeColumn(
    {
      name: 'outcome',
      label: 'Beslut',
      required: true,
      aliases: ['Beslutsutfall', 'Beslutstyp', 'Utfall', 'Resultat', 'Outcome', 'Type'],
    },
    decisionOutcomes,
  ),
  parse: (text) => {
    const code = outcomeOf(text) ?? outcomeOf(afterSubject(text))
    return code === null ? { problem: 'unknown-code' } : { ok: code }
  },
}

/** Decisions on assistance. */
export const decisions: Kind = {
  name: 'decisions',
  label: 'Beslut',
  columns: [
    keyColumn({ name: 'decisionKey', label: 'Beslutsnr', aliases: ['Beslutsid', 'Beslutsnummer', 'DecisionId', 'Id'] }),
    household,
    dayColumn({
      name: 'decidedOn',
      label: 'Beslutsdatum',
      required: true,
      aliases: ['Beslutsdag', 'Beslutad', 'Beslut datum', 'DecisionDate', 'Datum', 'Date'],
    }),
    monthColumn({
      name: 'concernedMonth',
      label: 'Avser månad',
      aliases: ['Avs månad', 'Avser period', 'Beslut avser', 'Avser', 'ConcernedMonth', 'Månad'],
    }),
    outcome,
    textColumn({
      name: 'reason',
      label: 'Orsak',
      aliases: ['Avslagsorsak', 'Beslutsorsak', 'Anledning', 'Skäl', 'Reason'],
    }),
    amountColumn({
      name: 'amount',
      label: 'Belopp',
      aliases: ['Beviljat belopp', 'Beslutat belopp', 'Bruttobelopp', 'Amount'],
    }),
  ],
  key: { own: 'decisionKey', identifying: ['household', 'decidedOn', 'concernedMonth'], repeated: 'numbered' },
  fileNames: ['beslut', 'decision'],
  ownMunicipalityOnly: true,
}

/** What follows the last comma; nothing when there is an outcome before it too, since two outcomes are none. */
function afterSubject(text: string): string {
  const comma = text.lastIndexOf(',')
  return comma < 0 || /bifall|avslag|bevilj/i.test(text.slice(0, comma)) ? '' : text.slice(comma + 1)
}
