/** What somebody comes for decides what he or she may do. Unknown is no: a role that is not named has nothing. */
export const roles = ['reception', 'caseworker', 'coach', 'manager', 'controller', 'board', 'administrator'] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'figures',
  'reports',
  'households',
  'imports',
  'pathway',
  'contacts',
  'worklist',
  'coaching',
  'catalogue',
  'management',
  'weekly-table',
  'rules',
  'economy',
  'target-groups',
  'payment-cases',
  'report-writing',
  'promises',
  'comparison',
  'authority-files',
  'board',
] as const
export type Permission = (typeof permissions)[number]

/**
 * Who has which permission.
 * `households` shows all of a household: a board member never sees a person. `economy` holds amounts and no persons. `pathway` shows the way to self-support, and to a
 * coach of another committee only what a recorded legal ground opens (OSL 26:1, 8:1–2).
 */
const permitted: Record<Permission, readonly Role[]> = {
  figures: ['manager', 'controller', 'board', 'administrator', 'caseworker', 'reception', 'coach'],
  reports: ['manager', 'controller', 'board', 'administrator'],
  households: ['reception', 'caseworker', 'manager'],
  imports: ['controller', 'administrator', 'manager'],
  pathway: ['reception', 'caseworker', 'coach', 'manager'],
  contacts: ['reception', 'caseworker', 'manager'],
  worklist: ['caseworker', 'manager'],
  coaching: ['coach', 'manager'],
  catalogue: ['reception', 'caseworker', 'coach', 'manager', 'administrator', 'controller'],
  management: ['manager'],
  'weekly-table': ['caseworker', 'coach', 'manager'],
  rules: ['administrator', 'manager'],
  economy: ['controller', 'manager', 'administrator'],
  'target-groups': ['manager', 'caseworker'],
  'payment-cases': ['manager', 'caseworker'],
  'report-writing': ['controller', 'manager'],
  promises: ['manager', 'controller', 'administrator', 'board'],
  comparison: ['manager', 'controller', 'administrator', 'board'],
  'authority-files': ['controller', 'administrator', 'manager'],
  board: ['board', 'manager', 'controller', 'administrator'],
}

export const may = (role: Role, permission: Permission): boolean => permitted[permission].includes(role)

export const permissionsOf = (role: Role): Permission[] => permissions.filter((each) => may(role, each))

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
