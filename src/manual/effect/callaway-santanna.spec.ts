import type { Control } from '../../calculations/difference-in-differences/balanced-panel.ts'
import { staggeredEffects } from '../../calculations/difference-in-differences/callaway-santanna.ts'
import { codesOf } from '../../calculations/columns.ts'
import { numbersOf, textsOf, type Spec, type SpecTable } from '../spec.ts'
import { callawaySantAnnaPicture } from '../pictures/callaway-santanna.ts'

const given: SpecTable = {
  columns: ['kontor', 'år', 'start', 'månader med bistånd'],
  rows: [
    ['Norr', 1, 2, 8],
    ['Norr', 2, 2, 6],
    ['Norr', 3, 2, 4],
    ['Syd', 1, 3, 7],
    ['Syd', 2, 3, 7],
    ['Syd', 3, 3, 6],
    ['Väst', 1, null, 6],
    ['Väst', 2, null, 6],
    ['Väst', 3, null, 7],
    ['Öst', 1, null, 9],
    ['Öst', 2, null, 10],
    ['Öst', 3, null, 10],
  ],
}

export const callawaySantAnnaSpec: Spec = {
  id: 'callaway-santanna',
  family: 'effect',
  title: 'Effekt när insatsen införs vid olika tid',
  answers:
    'Vad betydde insatsen, när den började vid olika tidpunkt i olika enheter? Svaret ges för varje startgrupp och period, och som medelvärden.',
  definition: [
    'För startgruppen $g$ och perioden $t$ är effekten $ATT(g,t) = E[Y_t - Y_b \\mid G = g] - E[Y_t - Y_b \\mid C]$, alltså gruppens förändring minus jämförelsens. Från starten är $b$ den sista perioden före $g$. Före starten är $b$ perioden före $t$; då är den sanna effekten noll, och skattningen ett placebotest.',
    '$C$ är de som aldrig får insatsen (`never`), eller alla som inte har fått den i $t$ (`not-yet`).',
    'Osäkerheten kommer av varje enhets inflytande $\\psi_i = \\frac{1\\lbrace G_i=g\\rbrace }{p_g}(\\Delta Y_i - \\bar E_g) - \\frac{1\\lbrace i \\in C\\rbrace }{p_C}(\\Delta Y_i - \\bar E_C)$, summerat inom kluster: $\\sqrt{\\sum_c (\\sum_{i \\in c} \\psi_i)^2}/n$. Medelvärdena vägs med gruppernas storlek (`simple` och `group`) eller ges efter tid sedan starten (`dynamic`), och räknar med att storlekarna själva är skattade.',
  ].join('\n\n'),
  choices: [
    'Jämförelsen är `never` om inget annat sägs. Är alla till sist med måste `not-yet` väljas: då är den sista gruppen bara jämförelse, och perioderna från dess start utgår.',
    'Start 0, tomt eller Inf är aldrig. En start efter sista perioden räknas som aldrig.',
    'Enheter med insatsen från första perioden och enheter som saknar en period räknas inte med; hur många står i `leftOut`.',
    'Saknas variation är medelfelet null, inte noll. Ingen korrigering för små stickprov.',
  ],
  notWhen: [
    'När grupperna utvecklades olika redan före starten: se effekterna före starten först.',
    'När insatsen kan upphöra eller införas igen.',
    'Med få kluster. Medelfelet är då för litet; under ungefär tjugo bör det inte användas.',
    'Använd aldrig en regression med fasta effekter för enhet och tid när starterna är flera: den jämför också med dem som redan har insatsen.',
  ],
  sources: [
    'Callaway, B. & Sant’Anna, P. (2021). Difference-in-differences with multiple time periods. Journal of Econometrics 225, 200–230.',
    'R-paketet did, utan kovariater.',
  ],
  command:
    'utfall calculate difference-in-differences --file kontor.csv --unit kontor --time år --first-treated start --outcome månader --control not-yet',
  picture: {
    caption:
      'En vanlig regression med fasta effekter jämför med kontor som redan har insatsen och halverar effekten. Räkna effekten per startgrupp.',
    chart: callawaySantAnnaPicture,
  },
  situations: [
    {
      title: 'Mot dem som aldrig får insatsen',
      given,
      find: (table) => cells(table, 'never'),
      expected: {
        columns: ['start', 'år', 'effekt'],
        rows: [
          [2, 2, -2.5],
          [2, 3, -5],
          [3, 2, -0.5],
          [3, 3, -1.5],
        ],
      },
    },
    {
      title: 'Mot dem som ännu inte har den är Syd med i jämförelsen år 2',
      given,
      find: (table) => cells(table, 'not-yet'),
      expected: {
        columns: ['start', 'år', 'effekt'],
        rows: [
          [2, 2, -2.333333333333333],
          [2, 3, -5],
          [3, 2, -0.5],
          [3, 3, -1.5],
        ],
      },
    },
    {
      title: 'Medelvärdena svarar på olika frågor',
      given,
      find: averages,
      expected: {
        columns: ['medelvärde', 'effekt'],
        rows: [
          ['alla grupper och år från starten', -3],
          ['samma år som starten', -2],
          ['ett år efter starten', -5],
          ['efter tid sedan starten', -3.5],
          ['efter grupp', -2.625],
        ],
      },
    },
    {
      title: 'När alla får insatsen finns ingen aldrig behandlad att jämföra med',
      given: { ...given, rows: given.rows.filter(([, , start]) => start !== null) },
      find: (table) => cells(table, 'never'),
      expected: { refused: 'no-controls' },
    },
  ],
}

const effectsOf = (table: SpecTable, control: Control) =>
  staggeredEffects(
    {
      unit: codesOf(textsOf(table, 'kontor')).codes,
      time: numbersOf(table, 'år'),
      firstTreated: numbersOf(table, 'start').map((start) => (Number.isNaN(start) ? Infinity : start)),
      outcome: numbersOf(table, 'månader med bistånd'),
    },
    control,
  )

const cells = (table: SpecTable, control: Control): SpecTable => ({
  columns: ['start', 'år', 'effekt'],
  rows: effectsOf(table, control).groupTime.map(({ group, time, estimate }) => [group, time, estimate]),
})

function averages(table: SpecTable): SpecTable {
  const { simple, dynamic, group } = effectsOf(table, 'never')
  const ofEvent = (years: number) => dynamic.events.find(({ event }) => event === years)!.estimate
  return {
    columns: ['medelvärde', 'effekt'],
    rows: [
      ['alla grupper och år från starten', simple.estimate],
      ['samma år som starten', ofEvent(0)],
      ['ett år efter starten', ofEvent(1)],
      ['efter tid sedan starten', dynamic.estimate],
      ['efter grupp', group.estimate],
    ],
  }
}
