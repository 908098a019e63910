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
const known = (key: string, text: string, readBy: string, target: number) => ({ key, text, readBy, target }) as const

/** The key is that of the intervention which the households are recorded as joining. `caseworkers` are the ids of the demo's two users who are caseworkers. */
export const demoProject = {
  kind: 'project',
  key: '100-projektet',
  savedOn: '2019-01-14',
  body: {
    name: 'Projektet för de dyraste hushållen',
    purpose: 'Två socialsekreterare arbetar tätt med hushållen, tillsammans med vården och jobbtorgen.',
    group: demoGroup.key,
    from: '2019-01-14',
    until: '2020-01-14',
    goals: [
      known('egen-forsorjning', 'Hushåll som har lämnat biståndet', 'left', 20),
      known('sjukskrivna', 'Sjukskrivna vuxna', 'sick-listed', 5),
      known('planer', 'Hushåll med godkänd plan', 'with-plan', 100),
      known('barnen', 'Hushåll där barnomsorg och skola är ordnad', 'children-arranged', 60),
      known('kostnaden', 'Kostnad per hushåll och månad', 'cost-a-month', 12_000),
      {
        ...{ key: 'vardkontakt', text: 'Hushåll med stadig kontakt med vården', readBy: 'people' },
        ...{ unit: 'hushåll', baseline: 11, target: 40 },
      },
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

const reading = (on: string, value: number, note: string) => ({ goal: 'vardkontakt', on, value, note })

const readBy = { kind: 'project-readings', key: demoProject.key, by: 'Eva Nyberg' } as const
const first = reading('2019-02-28', 17, 'Räknat vid genomgången med vårdcentralen.')
const second = reading('2019-04-30', 24, 'Tertialets avstämning med vårdcentralen och jobbtorgen.')

/** What the project's leader has read, as it was saved. */
export const demoReadings = [
  { ...readBy, savedOn: first.on, body: { readings: [first] } },
  { ...readBy, savedOn: second.on, body: { readings: [second, first] } },
]
