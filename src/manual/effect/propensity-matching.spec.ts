import { propensityMatching } from '../../calculations/effect/propensity-matching.ts'
import type { Spec, SpecTable } from '../spec.ts'
import { effectColumns, participants, sampleOfTable } from './participants.ts'
import { propensityMatchingPicture } from '../pictures/propensity-matching.ts'

const columns = [...effectColumns, 'utan like']

export const propensityMatchingSpec: Spec = {
  id: 'propensity-matching',
  family: 'effect',
  title: 'En like var, efter chansen att få insatsen',
  answers: 'Vem ställs en deltagare mot, om man tar den som hade närmast samma chans att få insatsen?',
  definition:
    'Varje deltagare mot den jämförda med närmast $\\log\\frac{e}{1-e}$, inom 0,2 standardavvikelser, med återläggning; lika nära räknas i medeltal. Medelfelet är Abadies och Imbens, över dem som fick en like, med chansen tagen som känd.',
  choices: [
    'Bara för visning: ingen slutsats dras av den.',
    'En deltagare utan like inom gränsen är inte med, och räknas. R-paketet Matching delar då ändå med alla deltagare i medelfelet; här delas med dem som är med.',
  ],
  notWhen: ['Som enda metod. En like var kastar bort det som de andra jämförda säger.'],
  sources: [
    'Austin, P. C. (2011). Optimal caliper widths for propensity-score matching. Pharmaceutical Statistics 10, 150–161.',
    'King, G. & Nielsen, R. (2019). Why propensity scores should not be used for matching. Political Analysis 27, 435–454.',
  ],
  picture: {
    caption:
      'En like var kastar bort det som de andra jämförda säger, och intervallet blir flera gånger så brett som med AIPW. Visa den gärna, men dra slutsatsen av en annan metod.',
    chart: propensityMatchingPicture,
  },
  situations: [
    {
      title: 'Utan gräns har alla en like',
      given: participants,
      find: (table) => find(table, Infinity),
      expected: { columns, rows: [[-2, 0.979795897113271, 0]] },
    },
    {
      title: 'Inom gränsen har två ingen, och de är inte med',
      given: participants,
      find: (table) => withoutError(find(table, 0.2)),
      expected: { columns: ['effekt', 'utan like'], rows: [[-3, 2]] },
    },
  ],
}

function find(table: SpecTable, caliper: number): SpecTable {
  const scale = caliper < Infinity ? 'logit' : 'probability'
  const { estimate, standardError, unmatched } = propensityMatching(sampleOfTable(table), { scale, caliper })
  return { columns, rows: [[estimate, standardError, unmatched]] }
}

const withoutError = ({ columns: [effect, , unmatched], rows }: SpecTable): SpecTable => ({
  columns: [effect!, unmatched!],
  rows: rows.map(([estimate, , count]) => [estimate!, count!]),
})
