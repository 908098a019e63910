export const figuresRefusalText = {
  'end-before-start': 'Perioden slutar innan den börjar. Välj en sista månad som inte ligger före den första.',
} as const
