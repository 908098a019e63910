import type { Spec } from '../spec.ts'
import { effectColumns, effectCommandLine, findEffect, participants } from './participants.ts'
import { nearestNeighbourPicture } from '../pictures/nearest-neighbour.ts'

export const nearestNeighbourSpec: Spec = {
  id: 'nearest-neighbour',
  family: 'effect',
  title: 'De fem mest lika',
  answers: 'Hur skiljer sig utfallet mellan varje deltagare och de fem jämförda som är mest lika?',
  definition: [
    'Likheten är avståndet $\\sum_k (x_{ik} - x_{jk})^2/s_k^2$. De fem närmaste, och alla lika nära som den femte, får användas flera gånger.',
    'Det som är kvar av olikhet räknas bort med en regression bland de använda, vägd med hur ofta de används. Medelfelet är Abadies och Imbens för effekten i befolkningen.',
  ].join('\n\n'),
  choices: [
    'Fem likar, med återläggning; alla när de jämförda är färre än fem.',
    'Lika nära är ett kvadrerat avstånd inom $10^{-5}$, som i R-paketet Matching.',
    'Utfallets spridning tas som densamma för alla (`Var.calc = 0`).',
  ],
  notWhen: ['När antalet bakgrunder är stort: ingen är då lik någon.', 'Med bootstrap: den är fel för matchning.'],
  sources: [
    'Abadie, A. & Imbens, G. W. (2006). Large sample properties of matching estimators for average treatment effects. Econometrica 74, 235–267.',
    'Abadie, A. & Imbens, G. W. (2008). On the failure of the bootstrap for matching estimators. Econometrica 76, 1537–1557.',
    'Abadie, A. & Imbens, G. W. (2011). Bias-corrected matching estimators for average treatment effects. JBES 29, 1–11.',
    'R-paketet Matching, Match(estimand = "ATT", M = 5, BiasAdjust = TRUE).',
  ],
  command: effectCommandLine('nearest-neighbour'),
  picture: {
    caption:
      'Med många bakgrunder är ingen lik någon: de fem närmaste är nästan så olika i ålder som fem på måfå. Välj få bakgrunder, de som betyder mest, eller balansera.',
    chart: nearestNeighbourPicture,
  },
  situations: [
    {
      title: 'Varje deltagare mot fem av sju',
      given: participants,
      find: findEffect('nearest-neighbour'),
      expected: { columns: effectColumns, rows: [[-1.87974252093807, 0.988842450860769]] },
    },
    {
      title: 'Två jämförda räcker inte för att räkna bort olikheten i två bakgrunder',
      given: { ...participants, rows: participants.rows.slice(0, 7) },
      find: findEffect('nearest-neighbour'),
      expected: { refused: 'too-few' },
    },
  ],
}
