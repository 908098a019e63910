/** The kinds of promises, notes and templates, as a user meets them. */
export const promiseKinds = {
  goal: 'Mål',
  assignment: 'Uppdrag',
  action: 'Åtgärd',
  statement: 'Utfästelse',
} as const

export const noteKinds = {
  'development-area': 'Utvecklingsområde',
  'external-factor': 'Omvärldsfaktor',
  explanation: 'Förklaring',
} as const

export const templatePeriods = {
  month: 'Månad',
  tertial: 'Tertial',
  'half-year': 'Halvår',
  year: 'År',
  any: 'Valfri period',
} as const
