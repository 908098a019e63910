import { compareTotals } from '../../calculations/savings/compare-totals.ts'
import { separateChange } from '../../calculations/savings/separate-change.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { municipalChangePicture } from '../pictures/municipal-change.ts'

export const municipalChangeSpec: Spec = {
  id: 'municipal-change',
  family: 'savings',
  title: 'Kommunens förändring mot andras',
  answers: 'Hur mycket av en sänkt kostnad är konjunktur, hur mycket är inflöde och hur mycket kan vara insatser?',
  definition: [
    'Utan förändringen hade kostnaden blivit $\\text{före} \\cdot \\text{andras efter} / \\text{andras före}$. Effekten är det verkliga utfallet minus det. Intervallet rymmer de effekter som inte är större än 90 % av samma jämförelse där inget gjordes.',
    'Förändringen delas i ekonomi (andras trend), inflöde (det som avviker från andras), insatser (varje hushållsmånad räknad en gång) och det som ingen av dem förklarar.',
  ].join('\n\n'),
  choices: ['Intervallet är 90 % och räknas på logaritmen.', 'Effekten är före kostnaden för det som gjordes.'],
  notWhen: [
    'Mot en prognos i stället för mot andra kommuner: prognosens fel blir då besparing.',
    'Utan jämförelser där inget gjordes: en enda kommun har ingen egen osäkerhet.',
  ],
  sources: ['Socialstyrelsen, ekonomiskt bistånd per månad: Dalarna 2020–2021.'],
  picture: {
    caption:
      'När biståndet faller överallt blir hela fallet besparing, både mot året före och mot en prognos. Jämför med andra kommuner.',
    chart: municipalChangePicture,
  },
  situations: [
    {
      title: 'Från 38,1 till 26,7 miljoner när länet föll 6,1 %: 9,1 miljoner, inte 18',
      given: {
        columns: ['före', 'efter', 'andras före', 'andras efter', 'utan insats'],
        rows: [[38.1, 26.7, 1, 0.938774659591484, 0.0896525000000001]],
      },
      find: comparison,
      expected: {
        columns: ['utan förändringen', 'effekt', 'lägst', 'högst'],
        rows: [[35.7673145304355, -9.06731453043554, -12.422078471738, -6.0002255169873]],
      },
    },
    {
      title: 'En förändring delad i fyra',
      given: {
        columns: ['före', 'efter', 'andras förändring', 'fler hushållsmånader', 'kostnad per månad', 'sparat'],
        rows: [[100, 80, -0.06, -2, 1.5, 7]],
      },
      find: parts,
      expected: { columns: ['ekonomi', 'inflöde', 'insatser', 'oförklarat'], rows: [[-6, -3, -7, -4]] },
    },
    {
      title: 'Utan kostnad före finns inget att jämföra',
      given: {
        columns: ['före', 'efter', 'andras före', 'andras efter', 'utan insats'],
        rows: [[0, 26.7, 1, 0.94, 0.09]],
      },
      find: comparison,
      expected: { refused: 'bad-value' },
    },
  ],
}

function comparison(given: SpecTable): SpecTable {
  const [before, after, othersBefore, othersAfter, placebo] = given.columns.map(
    (column) => numbersOf(given, column)[0]!,
  )
  const totals = { before: before!, after: after!, othersBefore: othersBefore!, othersAfter: othersAfter! }
  const { counterfactual, effect, lower, upper } = compareTotals(totals, [placebo!])
  return { columns: ['utan förändringen', 'effekt', 'lägst', 'högst'], rows: [[counterfactual, effect, lower, upper]] }
}

function parts(given: SpecTable): SpecTable {
  const [before, after, othersChange, extraInflowMonths, monthlyCost, savedByInterventions] = given.columns.map(
    (column) => numbersOf(given, column)[0]!,
  )
  const found = separateChange({
    before: before!,
    after: after!,
    othersChange: othersChange!,
    extraInflowMonths: extraInflowMonths!,
    monthlyCost: monthlyCost!,
    savedByInterventions: savedByInterventions!,
  })
  const row = [found.economy, found.inflow, found.interventions, found.unexplained]
  return { columns: ['ekonomi', 'inflöde', 'insatser', 'oförklarat'], rows: [row] }
}
