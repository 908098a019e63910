import type { Day } from '../values/day.ts'

/** Words of a household's part in a project. */
export const projectText = {
  title: 'Projekt',
  in: (name: string, since: Day) =>
    `Hushållet deltar i ${name} sedan ${since} och stannar där så länge projektet pågår.`,
  past: (name: string, from: Day, until: Day) => `Deltog i ${name} ${from} till ${until}.`,
  project: 'Projekt',
  join: 'Registrera deltagande',
  joined: (name: string) => `Deltar i ${name}`,
  leave: 'Avsluta deltagandet',
  left: 'Deltagandet i projektet är avslutat',
} as const
