import { estimateEffect } from '../../calculations/effect/estimate.ts'
import type { Spec, SpecTable } from '../spec.ts'
import {
  effectColumns,
  effectCommandLine,
  findEffect,
  participants,
  sampleOfTable,
  withColumn,
} from './participants.ts'
import { entropyBalancingPicture } from '../pictures/entropy-balancing.ts'

const balanceColumns = ['bakgrund', 'före', 'efter']

export const entropyBalancingSpec: Spec = {
  id: 'entropy-balancing',
  family: 'effect',
  title: 'Balansering (entropibalansering)',
  answers:
    'Hur skiljer sig utfallet mellan deltagarna och de andra, när de andra vägs så att varje bakgrund får exakt deltagarnas medelvärde?',
  definition: [
    'Av alla vikter som ger $\\sum w_i x_i = \\bar x_1$ tas de som är mest lika varandra: $w_i \\propto e^{\\lambda^\\top x_i}$ med $\\lambda$ där $\\log\\sum e^{\\lambda^\\top (x_i - \\bar x_1)}$ är minst.',
    'Medelfelet är HC1 i en vägd regression på insatsen, där de jämfördas vikter summerar till antalet deltagare.',
  ].join('\n\n'),
  choices: [
    'Medelvärden balanseras, inte spridning.',
    'Medelvärdena ska stämma på $10^{-8}$ standardavvikelser; annars inget svar.',
    'Ligger medelvärdet vid kanten av vad de jämförda rymmer är svaret gränsvärdet, där de andra inte väger något.',
  ],
  notWhen: [
    'När inga vikter når deltagarnas medelvärden. Då är grupperna för olika.',
    'När `effectiveControls` är litet: då bär några få jämförda svaret.',
  ],
  sources: [
    'Hainmueller, J. (2012). Entropy balancing for causal effects. Political Analysis 20, 25–46.',
    'Zhao, Q. & Percival, D. (2017). Entropy balancing is doubly robust. Journal of Causal Inference 5.',
  ],
  command: effectCommandLine('entropy-balancing'),
  picture: {
    caption:
      'Balansen blir exakt hur olika grupperna än är, men allt färre jämförda bär svaret. Under 30 effektiva jämförda drar utlåtandet ingen slutsats.',
    chart: entropyBalancingPicture,
  },
  situations: [
    {
      title: 'De jämförda får deltagarnas ålder och barn',
      given: participants,
      find: findEffect('entropy-balancing'),
      expected: { columns: effectColumns, rows: [[-2.06493978526076, 1.34084432141255]] },
    },
    {
      title: 'Skillnaden i bakgrund, i deltagarnas standardavvikelser, är borta efter',
      given: participants,
      find: findBalance,
      expected: {
        columns: balanceColumns,
        rows: [
          ['ålder', -0.559502884944188, 0],
          ['barn', -0.239045721866879, 0],
        ],
      },
    },
    {
      title: 'Har alla deltagare något som ingen jämförd har går det inte',
      given: withColumn(participants, 'sjukskriven', [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
      find: findEffect('entropy-balancing'),
      expected: { refused: 'infeasible-balance' },
    },
  ],
}

function findBalance(table: SpecTable): SpecTable {
  const { balance } = estimateEffect(sampleOfTable(table), 'entropy-balancing')
  return { columns: balanceColumns, rows: balance.map(({ covariate, before, after }) => [covariate, before, after]) }
}
