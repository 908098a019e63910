import { codeReader } from '../../parameters/code-lists/code-list.ts'
import { decisionOutcomes } from '../../parameters/code-lists/lists.ts'
import { amountColumn, codeColumn, dayColumn, keyColumn, monthColumn, textColumn } from '../columns.ts'
import type { Column, Kind } from '../kind.ts'
import { household } from './household-column.ts'

const outcomeOf = codeReader(decisionOutcomes)

/** Case systems may write what was decided on beside the outcome: "Ekonomiskt bistånd 12 kap 1 § SoL, avslag". */
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
    const code = outcomeOf(text) ?? outcomeOf(outcomeIn(text))
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
      aliases: [
        ...['Avs månad', 'Avser period', 'Beslut avser', 'Avser', 'ConcernedMonth', 'Bidragsmånad', 'Period', 'Månad'],
        ...['Avser fr o m', 'Avser från', 'FromDate', 'Month'],
      ],
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

/** The outcome in a longer text. Nothing when there are two, or when the text is about an earlier decision. */
function outcomeIn(text: string): string {
  const isOnly =
    text.match(/bifall|avsl|bevilj/gi)?.length === 1 && !/upphäv|ändra|ompröv|överklag|rättelse/i.test(text)
  return (isOnly && standingAlone.exec(text)?.[1]) || ''
}

/** Between signs, or before the section of the law: "ej bifall" is no outcome. */
const standingAlone =
  /(?:^|[,;:(/]|\s[-–—])\s*((?:delvis\s+|del)?(?:bifall|avsl|bevilj)[a-zåäö]*)(?=\s*(?:$|[,;:()/.–—-]|enl|jml|jämlikt|med stöd|\d+\s*(?:kap|:)))/i
