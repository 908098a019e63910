import { caseworkers } from './organisation.ts'

export type DemoUser = {
  name: string
  role: 'reception' | 'caseworker' | 'coach' | 'manager' | 'controller' | 'board' | 'administrator'
  /** Null: every unit. */
  unitCodes: readonly string[] | null
  purpose: string
  /** What the case system calls the user, who then has households of his or her own. */
  caseworkerCode?: string
}

/** Made-up users: first one for each role, in the order of the roles, then a second coach and a second caseworker. */
export const demoUsers: readonly DemoUser[] = [
  {
    name: 'Sofia Berg',
    role: 'reception',
    unitCodes: null,
    purpose: 'Tar emot den som hör av sig och ser vart hushållet hör.',
  },
  {
    name: 'Klara Strand',
    role: 'caseworker',
    unitCodes: ['EBP1'],
    purpose: 'Planerar med sina hushåll på Ekonomiskt bistånd planering 1.',
    caseworkerCode: 'Klara Strand',
  },
  {
    name: 'Anders Vind',
    role: 'coach',
    unitCodes: ['JOBT'],
    purpose: 'Möter dem som hänvisats till Jobbtorg; hushållen kräver samtycke eller annan grund.',
  },
  {
    name: 'Eva Nyberg',
    role: 'manager',
    unitCodes: null,
    purpose: 'Följer enheternas hushåll, flöden och långvarigt bistånd.',
  },
  {
    name: 'Mats Öberg',
    role: 'controller',
    unitCodes: null,
    purpose: 'Läser in underlag, följer utfall mot budget och skriver rapporten.',
  },
  {
    name: 'Gunilla Ström',
    role: 'board',
    unitCodes: [],
    purpose: 'Läser nyckeltal och rapporter, aldrig enskilda personer.',
  },
  { name: 'Per Lund', role: 'administrator', unitCodes: null, purpose: 'Sköter inläsning och behörigheter.' },
  {
    name: 'Lena Dahl',
    role: 'coach',
    unitCodes: ['JOBR'],
    purpose: 'Möter dem som hänvisats till Jobbtorg Resurs.',
  },
  {
    name: 'Stina Ljung',
    role: 'caseworker',
    unitCodes: ['EBP2'],
    purpose: 'Planerar med sina hushåll på Ekonomiskt bistånd planering 2.',
    caseworkerCode: 'Stina Ljung',
  },
]

const [intake = [], ...planning] = caseworkers

/** Those who have recorded the demo's history beside them. They do not sign in. */
export const demoColleagues: readonly DemoUser[] = [
  ...intake.map((name) => colleague(name, 'reception', ['EBM'], name)),
  ...planning.flatMap((names, at) => names.map((name) => colleague(name, 'caseworker', [`EBP${at + 1}`], name))),
  colleague('Petra Alm', 'coach', ['JOBT']),
  colleague('Omar Falk', 'coach', ['KONS']),
].filter(({ name }) => demoUsers.every((user) => user.name !== name))

function colleague(name: string, role: DemoUser['role'], unitCodes: string[], caseworkerCode?: string): DemoUser {
  return { name, role, unitCodes, purpose: '', ...(caseworkerCode && { caseworkerCode }) }
}

/** The id that a user or a colleague has in the demo: colleagues stand apart, so that a new user changes none of theirs. */
export function userIdOf(name: string): number {
  const user = demoUsers.findIndex((each) => each.name === name)
  const colleague = demoColleagues.findIndex((each) => each.name === name)
  if (user < 0 && colleague < 0) throw new Error(`Nobody in the demo is called ${name}`)
  return user >= 0 ? user + 1 : 101 + colleague
}
