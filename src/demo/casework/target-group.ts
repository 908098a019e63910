/** The hundred costliest households of 2018 and the project that works with them, after document 001. The amounts are the document's. */
export const demoGroup = {
  kind: 'target-group',
  key: 'dyraste-2018',
  savedOn: '2019-01-14',
  body: {
    name: 'De dyraste hushållen 2018',
    purpose: 'Hushållen som kostade mest 2018, som projektet för de dyraste hushållen arbetar med.',
    kind: 'rule',
    rule: {
      ...{ costliest: 100, period: { from: '2018-01', until: '2019-01' }, monthsAtLeast: null, ageBelow: null },
      ...{ obstacles: [], housing: [], withChildren: null, unit: null },
    },
    ...{ exclusive: true, restricted: false, frozen: [] },
  },
} as const

const cost = (label: string, thousands: number) => ({ label, ore: thousands * 1000_00 })
const goal = (key: string, text: string, unit: string, baseline: number, target: number) =>
  ({ key, text, unit, baseline, target }) as const

/** `caseworkers` are the ids of the demo's two users who are caseworkers. */
export const demoProject = {
  kind: 'project',
  key: 'projektet-dyraste',
  savedOn: '2019-01-14',
  body: {
    name: 'Projektet för de dyraste hushållen',
    purpose: 'Två socialsekreterare arbetar tätt med hushållen, tillsammans med vården och jobbtorgen.',
    group: demoGroup.key,
    intervention: '100-projektet',
    from: '2019-01-14',
    until: '2020-01-14',
    goals: [
      goal('egen-forsorjning', 'Hushåll som har lämnat biståndet', 'hushåll', 0, 20),
      goal('barnen', 'Hushåll där barnomsorg och skola är ordnad', '% av hushåll med barn', 14, 60),
      goal('planer', 'Hushåll med godkänd plan', '%', 77, 100),
    ],
    budget: [cost('Personal', 1000), cost('Konsulter', 150), cost('Datorer', 20), cost('Lokaler', 100)],
    roles: [
      { role: 'Beställare', name: 'Avdelningschefen' },
      { role: 'Styrgrupp', name: 'Enhetscheferna för planering' },
      { role: 'Projektledare', name: 'Biträdande enhetschef' },
    ],
    caseworkers: [2, 9],
  },
} as const
