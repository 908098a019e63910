import type { Spec } from '../spec.ts'
import { effectColumns, effectCommandLine, findEffect, participants, withColumn } from './participants.ts'
import { ipwPicture } from '../pictures/ipw.ts'

export const ipwSpec: Spec = {
  id: 'ipw',
  family: 'effect',
  title: 'Vägning med chansen att få insatsen',
  answers: 'Hur skiljer sig utfallet mellan deltagarna och de andra, när de andra vägs så att de liknar deltagarna?',
  definition: [
    'Chansen $e(X) = P(D = 1 \\mid X)$ skattas med logistisk regression. Den som inte fick insatsen väger $w = e/(1-e)$, och vikterna delas med sin summa (Hájek): $\\hat\\tau = \\bar Y_1 - \\frac{\\sum (1-D)wY}{\\sum (1-D)w}$.',
    'Medelfelet staplar ekvationerna för de två medelvärdena och för logiten, så det vet att vikterna är skattade.',
  ].join('\n\n'),
  choices: [
    'Logiten räknas tills avvikelsen ändras mindre än $10^{-12}$ av sig själv, som `glm(epsilon = 1e-12)`.',
    'En bakgrund som bara finns i den ena gruppen skickar chansen mot 0 eller 1 för dem den gäller; för de andra blir svaret gränsvärdet.',
    '`effectiveControls` är $(\\sum w)^2/\\sum w^2$: så många lika tunga jämförda som vikterna är värda.',
  ],
  notWhen: [
    'När några få jämförda bär nästan all vikt: se `effectiveControls` och balansen efter.',
    'När bakgrunden avgör helt vem som fick insatsen.',
  ],
  sources: [
    'Lunceford, J. K. & Davidian, M. (2004). Stratification and weighting via the propensity score in estimation of causal treatment effects. Statistics in Medicine 23, 2937–2960.',
    'Hájek, J. (1971). Comment on “An essay on the logical foundations of survey sampling, part one”. I Foundations of Statistical Inference. Holt, Rinehart & Winston.',
  ],
  command: effectCommandLine('ipw'),
  picture: {
    caption:
      'Raderna anger hur många gånger oddsen för insatsen stiger för varje standardavvikelse i bakgrunden. Ju mer den avgör vem som får insatsen, desto färre jämförda bär svaret, och det hamnar längre från det sanna utan att intervallet säger det. Se på det effektiva antalet innan du läser effekten.',
    chart: ipwPicture,
  },
  situations: [
    {
      title: 'De jämförda vägs så att de blir yngre',
      given: participants,
      find: findEffect('ipw'),
      expected: { columns: effectColumns, rows: [[-2.26546193320398, 1.01407022594751]] },
    },
    {
      title: 'Två jämförda har något som ingen deltagare har: de väger inget',
      given: withColumn(participants, 'sjukskriven', [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0]),
      find: findEffect('ipw'),
      expected: { columns: effectColumns, rows: [[-2.13372357526138, 1.34630152619655]] },
    },
    {
      title: 'Fick alla under en viss ålder insatsen, och ingen annan, finns ingen att jämföra med',
      given: {
        columns: ['insats', 'månader', 'ålder'],
        rows: [
          [1, 4, 19],
          [1, 5, 22],
          [1, 3, 24],
          [0, 8, 31],
          [0, 7, 40],
          [0, 9, 55],
        ],
      },
      find: findEffect('ipw'),
      expected: { refused: 'separation' },
    },
  ],
}
