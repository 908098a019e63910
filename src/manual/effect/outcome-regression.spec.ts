import type { Spec } from '../spec.ts'
import { effectColumns, effectCommandLine, findEffect, participants } from './participants.ts'
import { outcomeRegressionPicture } from '../pictures/outcome-regression.ts'

export const outcomeRegressionSpec: Spec = {
  id: 'outcome-regression',
  family: 'effect',
  title: 'Vad deltagarna hade haft annars, enligt de andra',
  answers:
    'Hur skiljer sig deltagarnas utfall från det som sambandet bland de andra säger att de skulle ha haft med sin bakgrund?',
  definition: [
    '$\\hat\\tau = \\frac{1}{n_1}\\sum_{D=1}\\left(Y - \\hat\\mu_0(X)\\right)$ med $\\hat\\mu_0$ minsta kvadrat på dem utan insats.',
    'Medelfelet tar deltagarnas utfall och det förutsagda som två stickprov, HC1. De jämförda väger $x_i^\\top (X_0^\\top X_0)^{-1}\\bar x_1$: det ger dem exakt deltagarnas medelvärden, men vikten kan vara under noll.',
  ].join('\n\n'),
  choices: [
    'Bakgrunden är med som den står.',
    'En bakgrund som ingen jämförd skiljer sig i får koefficienten noll, som i R.',
    'Medelfelet räknar inte med att $\\hat\\mu_0$ är skattad.',
  ],
  notWhen: [
    'När deltagarna ligger utanför de andras bakgrund: då är det linjens förlängning som svarar.',
    'När det finns färre jämförda än koefficienter.',
  ],
  sources: [
    'Imbens, G. W. & Xu, Y. (2024). LaLonde (1986) after nearly four decades: lessons learned. arXiv:2406.00827.',
    'Kline, P. (2011). Oaxaca-Blinder as a reweighting estimator. American Economic Review 101, 532–537.',
  ],
  command: effectCommandLine('outcome-regression'),
  picture: {
    caption:
      'Ingen jämförd är äldre än 40, så svaret för de äldre är linjens förlängning, inte något som någon har sett. Begränsa frågan till deltagare som har någon att jämföras med.',
    chart: outcomeRegressionPicture,
  },
  situations: [
    {
      title: 'Sambandet bland sju jämförda säger att deltagarna skulle ha haft två månader mer',
      given: participants,
      find: findEffect('outcome-regression'),
      expected: { columns: effectColumns, rows: [[-2.04849416358576, 1.31251116409333]] },
    },
    {
      title: 'Två jämförda bär inte tre koefficienter',
      given: { ...participants, rows: participants.rows.slice(0, 7) },
      find: findEffect('outcome-regression'),
      expected: { refused: 'too-few' },
    },
  ],
}
