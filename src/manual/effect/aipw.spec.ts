import type { Spec } from '../spec.ts'
import { effectColumns, effectCommandLine, findEffect, participants } from './participants.ts'
import { aipwPicture } from '../pictures/aipw.ts'

export const aipwSpec: Spec = {
  id: 'aipw',
  family: 'effect',
  title: 'Vägning och regression tillsammans (AIPW)',
  answers:
    'Vad blev effekten för deltagarna, om antingen chansen att få insatsen eller sambandet med utfallet är rätt beskrivet? Båda behöver inte vara det.',
  definition: [
    '$\\psi = \\left(D - (1-D)\\frac{e}{1-e}\\right)\\frac{Y - \\hat\\mu_0(X)}{\\hat p}$ med $\\hat p$ andelen deltagare, $\\hat\\tau = \\bar\\psi$.',
    'Medelfelet är $\\sqrt{\\overline{(\\psi - D\\hat\\tau/\\hat p)^2}/n}$.',
  ].join('\n\n'),
  choices: [
    'Vikterna $e/(1-e)$ delas inte med sin summa.',
    'Samma bakgrund i båda modellerna, som den står.',
    'Balans och `effectiveControls` är logitens.',
  ],
  notWhen: [
    'När några få jämförda bär nästan all vikt: mot de jämförda i PSID-1 (LaLondes data) ger 9,7 effektiva jämförda ett svar som är mer än dubbelt för stort.',
    'När både chansen och utfallet beror på bakgrunden på ett annat sätt än i modellerna.',
  ],
  sources: [
    'Robins, J. M., Rotnitzky, A. & Zhao, L. P. (1994). Estimation of regression coefficients when some regressors are not always observed. JASA 89, 846–866.',
  ],
  command: effectCommandLine('aipw'),
  picture: {
    caption:
      'Metoden tål att den ena modellen är fel, men inte att båda är det. Ta med krökningen som en egen bakgrund, och jämför med de andra metoderna.',
    chart: aipwPicture,
  },
  situations: [
    {
      title: 'Nära de andra metoderna när bakgrunden räcker',
      given: participants,
      find: findEffect('aipw'),
      expected: { columns: effectColumns, rows: [[-2.06349981206393, 0.997107438865862]] },
    },
    {
      title: 'Utan deltagare finns ingen effekt att skatta',
      given: { ...participants, rows: participants.rows.slice(5) },
      find: findEffect('aipw'),
      expected: { refused: 'no-treated' },
    },
  ],
}
