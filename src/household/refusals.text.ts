export const householdRefusalText = {
  'no-such-viewer': 'Den som du vill se som finns inte. Välj en enhet, Arbetsförmedlingen eller en roll.',
} as const

export const employmentServiceName = 'Arbetsförmedlingen'
