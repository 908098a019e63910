import { bootstrapReplicates, summariseReplicates } from '../../calculations/effect/bootstrap.ts'
import { bootstrapPicture } from '../pictures/bootstrap.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { participants, withColumn } from './participants.ts'

const columns = ['medelfel', 'lägst', 'högst', 'utan svar']

/** Every household twice, with the same months both times. */
const doubled: SpecTable = withColumn(
  { ...participants, rows: [...participants.rows, ...participants.rows] },
  'hushåll',
  Array.from({ length: 24 }, (_, row) => row % 12),
)

export const bootstrapSpec: Spec = {
  id: 'bootstrap',
  family: 'effect',
  title: 'Osäkerhet genom att dra hushållen på nytt (bootstrap)',
  answers:
    'Hur mycket hade effekten kunnat bli en annan med andra hushåll, när ingen formel räcker eller samma hushåll står på flera rader?',
  definition: [
    'Lika många hushåll som det finns dras med återläggning, och alla rader från ett draget hushåll följer med. Effekten räknas om i varje dragning.',
    'Medelfelet är dragningarnas standardavvikelse, och intervallet går från deras 2,5:e till deras 97,5:e percentil.',
  ].join('\n\n'),
  choices: [
    'Ingen rad kopieras: den räknas så många gånger som dess hushåll drogs.',
    'En dragning där metoden inte ger svar räknas inte med; hur många de är redovisas.',
    'Fröet anges, så att samma fil ger samma svar. Varje dragning har ett eget frö och kan göras var för sig.',
    'Finns inte på kommandoraden; i ett program: `bootstrapReplicates` och `summariseReplicates`.',
  ],
  notWhen: [
    'För matchning, som de fem mest lika: där är den fel även i stora grupper.',
    'Med rader i stället för hushåll när ett hushåll har flera rader: medelfelet blir då för litet.',
    'Med få hushåll eller få dragningar: ändarna av intervallet vilar då på några enstaka.',
  ],
  sources: [
    'Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall.',
    'Abadie, A. & Imbens, G. W. (2008). On the failure of the bootstrap for matching estimators. Econometrica 76, 1537–1557.',
    'Cameron, A. C., Gelbach, J. B. & Miller, D. L. (2008). Bootstrap-based improvements for inference with clustered errors. Review of Economics and Statistics 90.',
  ],
  picture: {
    caption:
      'Tolv rader från samma hushåll är inte tolv skilda observationer. Dras raderna var för sig blir medelfelet en fjärdedel av det sanna: dra hushåll.',
    chart: bootstrapPicture,
  },
  situations: [
    {
      title: 'Samma hushåll två gånger säger inget nytt: medelfelet är lika stort som med hushållen en gång',
      given: doubled,
      find: (table) => ({
        columns: ['hushåll en gång', 'två gånger, dragna som hushåll'],
        rows: [[summaryOf(participants).standardError, summaryOf(table).standardError]],
      }),
      expected: {
        columns: ['hushåll en gång', 'två gånger, dragna som hushåll'],
        rows: [[1.2117598172767714, 1.2117598172767714]],
      },
    },
    {
      title: 'Tvåhundra dragningar av tolv hushåll',
      given: participants,
      find,
      expected: { columns, rows: [[1.2117598172767714, -5.24, -0.44292929292929734, 1]] },
    },
    {
      title: 'Utan någon att jämföra med ger ingen dragning svar',
      given: { ...participants, rows: participants.rows.slice(0, 5) },
      find,
      expected: { refused: 'too-few' },
    },
  ],
}

function summaryOf(table: SpecTable) {
  const sample = {
    treated: Uint8Array.from(numbersOf(table, 'insats')),
    outcome: numbersOf(table, 'månader'),
    covariates: [],
    ...(table.columns.includes('hushåll') && { cluster: Int32Array.from(numbersOf(table, 'hushåll')) }),
  }
  const [replicates] = bootstrapReplicates(sample, { methods: ['difference'], seed: 1, from: 0, until: 200 })
  return summariseReplicates(replicates!)
}

function find(table: SpecTable): SpecTable {
  const { standardError, lower, upper, refused } = summaryOf(table)
  return { columns, rows: [[standardError, lower, upper, refused]] }
}
