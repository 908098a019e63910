import type { Spec } from '../spec.ts'
import { effectColumns, effectCommandLine, findEffect, participants, withColumn } from './participants.ts'
import { regressionPicture } from '../pictures/regression.ts'

export const regressionSpec: Spec = {
  id: 'regression',
  family: 'effect',
  title: 'Regression på insats och bakgrund',
  answers:
    'Hur skiljer sig utfallet mellan deltagare och andra med samma bakgrund, om bakgrunden verkar i räta linjer?',
  definition: [
    'Koefficienten för $D$ i $Y = \\alpha + \\tau D + \\beta^\\top X + \\varepsilon$, med medelfel HC1.',
    'Det är samma sak som att väga de jämfördas utfall med $-\\tilde d_i/\\sum \\tilde d^2$, där $\\tilde d$ är det som är kvar av insatsen när bakgrunden räknats bort. Balansen efter är med de vikterna.',
  ].join('\n\n'),
  choices: [
    'Bakgrunden är med som den står, utan kvadrater och produkter.',
    'En kolumn som är konstant, eller en kombination av tidigare, lämnas utan påverkan, som i R.',
    'En rad där någon bakgrund saknas är inte med.',
  ],
  notWhen: [
    'När deltagarna är mycket olika de andra. Linjen dras då genom ett område där ingen finns, och vikterna siktar på dem vars insats var minst given, inte på deltagarna: balansen efter visar det.',
    'När sambandet med bakgrunden är krökt och grupperna olika: linjens fel blir då en effekt.',
  ],
  sources: [
    'Angrist, J. D. & Pischke, J.-S. (2009). Mostly Harmless Econometrics. Princeton University Press.',
    'Chattopadhyay, A. & Zubizarreta, J. R. (2023). On the implied weights of linear regression for causal inference. Biometrika 110, 615–629.',
  ],
  command: effectCommandLine('regression'),
  picture: {
    caption:
      'Insatsen gör ingenting, men en rät linje genom ett krökt samband ger en säkerställd effekt. Balansera grupperna, eller ta med bakgrunden i kvadrat.',
    chart: regressionPicture,
  },
  situations: [
    {
      title: 'Med hänsyn till ålder och barn är skillnaden två månader, inte tre',
      given: participants,
      find: findEffect('regression'),
      expected: { columns: effectColumns, rows: [[-2.09814123911321, 1.17964429171912]] },
    },
    {
      title: 'En kolumn som säger samma sak som en annan ändrar inget',
      given: withColumn(
        participants,
        'dubbla åldern',
        participants.rows.map((row) => 2 * Number(row[2])),
      ),
      find: findEffect('regression'),
      expected: { columns: effectColumns, rows: [[-2.09814123911321, 1.17964429171912]] },
    },
    {
      title: 'En bakgrund som är insatsen själv lämnar inget att jämföra',
      given: withColumn(
        participants,
        'anmäld',
        participants.rows.map((row) => Number(row[0])),
      ),
      find: findEffect('regression'),
      expected: { refused: 'collinear' },
    },
  ],
}
