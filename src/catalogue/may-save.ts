import type { Role } from '../access/permissions.ts'
import type { CatalogueBody, CatalogueKind } from './catalogue-bodies.ts'

/** Why somebody may not save an entry of the catalogue. */
export type SaveRefusal =
  | 'not-permitted'
  | 'not-your-group'
  | 'not-your-hours'
  | 'no-open-group'
  | 'group-is-followed'
  | 'closed-without-figure'
  | 'layout-faulty'

/** Who saves: a coach's units and id decide what is the coach's own. */
export type Editor = { id: number; role: Role; unitCodes: readonly string[] | 'all' }

/** Who decides what. */
const editors: Record<CatalogueKind, readonly Role[]> = {
  intervention: ['manager', 'administrator'],
  group: ['manager', 'administrator', 'coach'],
  employer: ['manager', 'administrator', 'coach'],
  'routing-rules': ['administrator', 'manager'],
  'coach-hours': ['coach', 'manager', 'administrator'],
  'mapping-form': ['administrator', 'manager'],
  'statement-rows': ['controller', 'administrator'],
  'budget-profile': ['controller', 'administrator'],
  'year-end-forecast': ['controller', 'manager'],
  'table-comment': ['controller', 'manager'],
  'savings-action': ['controller', 'manager'],
  'target-group': ['manager'],
  project: ['manager'],
  'project-readings': ['manager'],
  'payment-signal': ['manager', 'administrator'],
  'report-template': ['controller', 'manager', 'administrator'],
  'report-look': ['controller', 'manager', 'administrator'],
  promise: ['controller', 'manager'],
  'dated-note': ['controller', 'manager'],
  'monthly-layout': ['controller', 'administrator'],
  'closure-codes': ['controller', 'administrator'],
  'comparison-group': ['controller', 'manager'],
}

export const maySave = (kind: CatalogueKind, { role }: Pick<Editor, 'role'>): boolean => editors[kind].includes(role)

/** Whether somebody may save groups of an intervention: a coach those of the unit that answers its referrals, if it is the own. */
export const maySaveGroups = (editor: Editor, unit: string): boolean =>
  maySave('group', editor) && (editor.role !== 'coach' || editor.unitCodes === 'all' || editor.unitCodes.includes(unit))

/** Units that answer the referrals of the group's intervention: the one it is in now, and the one it is saved in. */
export const refusedGroup = (editor: Editor, units: readonly (string | undefined)[]): SaveRefusal | null =>
  editor.role !== 'coach' || units.every((unit) => unit !== undefined && maySaveGroups(editor, unit))
    ? null
    : 'not-your-group'

/** A coach decides the own hours, in a unit of the own, and nobody else's. */
export function refusedHours(
  { id, role, unitCodes }: Editor,
  key: string,
  { coach, unit }: Pick<CatalogueBody<'coach-hours'>, 'coach' | 'unit'>,
): SaveRefusal | null {
  if (role !== 'coach') return null
  const isOwnUnit = unitCodes === 'all' || unitCodes.includes(unit)
  return key === `coach-${id}` && coach === id && isOwnUnit ? null : 'not-your-hours'
}
