import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { CatalogueBody, CatalogueEntry, CatalogueKind } from './catalogue-bodies.ts'
import { listEntries } from './catalogue.queries.ts'

type Reader = Pick<User, 'role' | 'municipalityId'>

/**
 * Who may know of a target group: managers, and others where it is not restricted (001-8).
 * A name such as "Kvinnofrid" tells of those who are in it, so whoever may not open a group is not told that there is one.
 */
export const mayOpen = (
  { role }: Pick<User, 'role'>,
  { restricted }: Pick<CatalogueBody<'target-group'>, 'restricted'>,
): boolean => role === 'manager' || !restricted

/** Of some entries, or versions of one, those that somebody may know of: a project is as restricted as its group. */
export async function openedEntries<Kind extends CatalogueKind>(
  tx: Tx,
  reader: Reader,
  kind: Kind,
  entries: readonly CatalogueEntry<Kind>[],
): Promise<CatalogueEntry<Kind>[]> {
  if (reader.role === 'manager' || !guarded.has(kind)) return [...entries]
  const closed = await closedKeys(tx, reader)
  return entries.filter((entry) => {
    if (closed[kind as Guarded].has(entry.key)) return false
    // A group that has been opened may have been called something else while it was not.
    return kind !== 'target-group' || mayOpen(reader, (entry as CatalogueEntry<'target-group'>).body)
  })
}

type Guarded = 'target-group' | 'project' | 'project-readings'
const guarded: ReadonlySet<CatalogueKind> = new Set<Guarded>(['target-group', 'project', 'project-readings'])

/** Keys that somebody is not to know of, by kind. */
async function closedKeys(tx: Tx, reader: Reader): Promise<Record<Guarded, ReadonlySet<string>>> {
  const groups = await listEntries(tx, reader.municipalityId, 'target-group')
  const projects = await listEntries(tx, reader.municipalityId, 'project')
  const closedGroups = new Set(groups.flatMap(({ key, body }) => (mayOpen(reader, body) ? [] : [key])))
  const closedProjects = new Set(projects.flatMap(({ key, body }) => (closedGroups.has(body.group) ? [key] : [])))
  return { 'target-group': closedGroups, project: closedProjects, 'project-readings': closedProjects }
}

/** Target groups that everybody may know of: the only ones that may be named in what others read. */
export async function openGroups(tx: Tx, municipalityId: number): Promise<CatalogueEntry<'target-group'>[]> {
  const groups = await listEntries(tx, municipalityId, 'target-group')
  return groups.filter(({ body }) => !body.restricted)
}
