/** What somebody comes for decides what he or she may do. Unknown is no: a role that is not named has nothing. */
export const roles = ['reception', 'caseworker', 'coach', 'manager', 'controller', 'board', 'administrator'] as const
export type Role = (typeof roles)[number]

export const permissions = ['figures', 'reports', 'households', 'imports'] as const
export type Permission = (typeof permissions)[number]

/**
 * Who has which permission.
 * `households` shows persons: a board member never does, and a coach of another committee not without a legal ground
 * (OSL 26:1, 8:1–2), which is recorded per household and does not exist yet.
 */
const permitted: Record<Permission, readonly Role[]> = {
  figures: ['manager', 'controller', 'board', 'administrator', 'caseworker', 'reception', 'coach'],
  reports: ['manager', 'controller', 'board', 'administrator'],
  households: ['reception', 'caseworker', 'manager'],
  imports: ['controller', 'administrator', 'manager'],
}

export const may = (role: Role, permission: Permission): boolean => permitted[permission].includes(role)

export const permissionsOf = (role: Role): Permission[] => permissions.filter((each) => may(role, each))

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
