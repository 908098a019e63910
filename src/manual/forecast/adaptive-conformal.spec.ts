import { adaptiveRounds } from '../../calculations/forecast/adaptive-conformal.ts'
import { nobody, scoresOf } from '../../calculations/forecast/conformal.ts'
import { adaptiveConformalPicture } from '../pictures/adaptive-conformal.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'

const columns = ['omgång', 'nivå', 'halv bredd', 'miss']

export const adaptiveConformalSpec: Spec = {
  id: 'adaptive-conformal',
  family: 'forecast',
  title: 'Intervall som rättar sig efter sina missar',
  answers: 'Hur ska intervallen ändras när prognosfelen blir större än de har varit?',
  definition: [
    'Intervallet ska missa andelen $\\alpha$, och i omgång $t$ tas det som skulle missa $\\alpha_t$ av de gamla felen. Efter omgången ändras den: $\\alpha_{t+1} = \\alpha_t + \\gamma(\\alpha - \\text{miss}_t)$, där $\\text{miss}_t$ är andelen utfall utanför. Missar breddar, lugna tider smalnar.',
    'Över lång tid blir andelen missar $\\alpha$, vad som än händer med serien.',
  ].join('\n\n'),
  choices: [
    'En miss räknas när den är känd: för prognosen $h$ månader fram efter $h$ omgångar.',
    'Begärs en högre täckning än de gamla felen räcker till tas det största av dem.',
    'Med $\\gamma = 0$ är det vanliga intervall ur gamla prognosfel.',
    'Finns inte på kommandoraden; i ett program: `adaptiveRounds`.',
  ],
  notWhen: [
    'Som skydd mot en chock: svaret kommer efter den, inte före.',
    'När det nya felet är större än alla gamla: intervallet når då aldrig hela vägen.',
    'Med få omgångar: nivån rör sig då mer av slump än av vad som har hänt.',
  ],
  sources: ['Gibbs, I. & Candès, E. (2021). Adaptive conformal inference under distribution shift. NeurIPS 34.'],
  picture: {
    caption:
      'När felen blir större faller täckningen genast, och det tar nästan ett år innan de adaptiva intervallen är tillbaka. Anmäl det du vet om en kommande förändring; vänta inte på missarna.',
    chart: adaptiveConformalPicture,
  },
  situations: [
    {
      title: 'Tre missar i rad breddar intervallet, en träff smalnar det',
      given: { columns: ['fel'], rows: [[9.1], [9.5], [9.9], [2], [2]] },
      find: (table) => adapted(table, 0.05),
      expected: {
        columns,
        rows: [
          [1, 0.8, 8, 1],
          [2, 0.84, 8.4, 1],
          [3, 0.88, 8.8, 1],
          [4, 0.92, 9.2, 0],
          [5, 0.91, 9.1, 0],
        ],
      },
    },
    {
      title: 'Med γ = 0 är intervallet lika brett hela tiden',
      given: { columns: ['fel'], rows: [[9.1], [2]] },
      find: (table) => adapted(table, 0),
      expected: {
        columns,
        rows: [
          [1, 0.8, 8, 1],
          [2, 0.8, 8, 0],
        ],
      },
    },
    {
      title: 'Fel som är större än alla gamla: nivån stannar vid ett, och bredden vid det största gamla felet',
      given: { columns: ['fel'], rows: [[12], [12], [12]] },
      find: (table) => adapted(table, 0.2),
      expected: {
        columns,
        rows: [
          [1, 0.8, 8, 1],
          [2, 0.96, 9.6, 1],
          [3, 1, 9.9, 1],
        ],
      },
    },
  ],
}

/** Calibrated on the errors 0.1, 0.2 … 9.9. */
function adapted(table: SpecTable, rate: number): SpecTable {
  const calibration = scoresOf(
    Array.from({ length: 99 }, (_, at) => ({ size: (at + 1) / 10, weight: 1, owner: nobody })),
  )
  const rounds = Array.from(numbersOf(table, 'fel'), (error) => ({ calibration, outcomes: [error] }))
  const found = adaptiveRounds(rounds, { level: 0.8, rate, delay: 1 })
  return { columns, rows: found.map(({ level, halfWidth, missed }, at) => [at + 1, level, halfWidth, missed]) }
}
