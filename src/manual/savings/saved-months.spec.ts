import { breakEvenHazard, savingsOfHazards } from '../../calculations/savings/exit-hazard.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { savedMonthsPicture } from '../pictures/saved-months.ts'

const given = (...row: number[]): SpecTable => ({
  columns: ['personer', 'kr per månad', 'utflöde', 'utflöde med', 'kostnad', 'månader'],
  rows: [row],
})

export const savedMonthsSpec: Spec = {
  id: 'saved-months',
  family: 'savings',
  title: 'Besparing mot vad som hade hänt ändå',
  answers: 'Vad har en insats sparat när man drar ifrån dem som hade lämnat biståndet ändå, och vad insatsen kostade?',
  definition: [
    'Brutto $= n\\sum_{t=1}^{H}(S_0(t) - S_1(t))\\thinspace c_t$, där $S_0$ är andelen kvar på bistånd utan insatsen, $S_1$ med den och $c_t$ nettokostnaden per hushåll och månad. Netto är brutto minus insatsens egen kostnad.',
    'Insatsen är betald den första månad då det sparade så långt når kostnaden så långt. Med en fast chans att lämna är $S(t) = (1-h)^t$.',
  ].join('\n\n'),
  choices: [
    'Horisonten slutar där data slutar.',
    'Kurvorna gäller biståndsmånader, så den som kommer tillbaka räknas.',
    'Kostnad som flyttas till en annan budget visas för sig.',
    'Personer × kronor × månader visas aldrig ensamt.',
  ],
  notWhen: [
    'När utlåtandet om effekten är att det inte går att avgöra: då går det inte att säga vad som har sparats.',
    'Med olika insatser summerade: varje hushållsmånad får räknas en gång.',
    'Som personer × kronor × månader: de flesta hade lämnat biståndet ändå.',
  ],
  sources: [
    'HM Treasury (2014). Supporting public service transformation: cost benefit analysis guidance for local partnerships.',
  ],
  command:
    'utfall calculate savings --persons 16 --monthly-amount 6300 --hazard 0.03 --hazard-with 0.08 --own-cost 250000 --horizon 12',
  picture: {
    caption:
      'Personer × kronor × månader räknar som om ingen hade lämnat utan insatsen och alla genast med den. Räkna mot vad som hade hänt ändå, och dra ifrån kostnaden.',
    chart: savedMonthsPicture,
  },
  situations: [
    {
      title: 'Sexton långvariga: 1,2 miljoner på papperet, 265 tusen mot vad som hade hänt ändå',
      given: given(16, 6300, 0.03, 0.08, 250_000, 12),
      find: savings,
      expected: {
        columns: ['på papperet', 'brutto', 'netto', 'betald månad'],
        rows: [[1_209_600, 264_827.853613208, 14_827.8536132076, 12]],
      },
    },
    {
      title: 'Hög kostnad och liten skillnad: inte betald inom året',
      given: given(16, 6300, 0.03, 0.04, 250_000, 12),
      find: (table) => ({ columns: ['betald månad'], rows: [[savings(table).rows[0]![3]!]] }),
      expected: { columns: ['betald månad'], rows: [[null]] },
    },
    {
      title:
        'Projektet för 120 hushåll måste höja utflödet från 3 till 4,7 procent i månaden för att gå ihop på ett år',
      given: given(120, 10_500, 0.03, 0.05, 1_270_000, 12),
      find: breakEven,
      expected: { columns: ['utflöde', 'fler utflöden'], rows: [[0.0471135689187801, 16.0137667898759]] },
    },
    {
      title: 'En chans över 1 finns inte',
      given: given(120, 10_500, 0.03, 1.5, 1_270_000, 12),
      find: savings,
      expected: { refused: 'bad-value' },
    },
  ],
}

function caseOf(table: SpecTable) {
  const [persons, monthlyAmount, hazard, hazardWith, ownCost, horizon] = table.columns.map(
    (column) => numbersOf(table, column)[0]!,
  )
  const group = {
    persons: persons!,
    monthlyAmount: monthlyAmount!,
    hazard: hazard!,
    ownCost: ownCost!,
    horizon: horizon!,
  }
  return { group, hazardWith: hazardWith! }
}

function savings(table: SpecTable): SpecTable {
  const { group, hazardWith } = caseOf(table)
  const { naiveGross, gross, net, breakEvenMonth } = savingsOfHazards(group, hazardWith)
  return {
    columns: ['på papperet', 'brutto', 'netto', 'betald månad'],
    rows: [[naiveGross, gross, net, breakEvenMonth]],
  }
}

function breakEven(table: SpecTable): SpecTable {
  const found = breakEvenHazard(caseOf(table).group)!
  return { columns: ['utflöde', 'fler utflöden'], rows: [[found.hazard, found.extraExits]] }
}
