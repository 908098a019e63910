import { describe, expect, test } from 'vitest'
import { roles } from '../../src/access/permissions.ts'
import { catalogueKinds } from '../../src/catalogue/catalogue-bodies.ts'
import { planted, restrictedGroups } from '../support/restricted-groups.ts'
import { testApp } from '../support/test-app.ts'

/**
 * A group such as women's protection (001-8) has a name that tells of those in it. Every address that can be read is asked as every
 * role, with the group's own keys in it, and only a manager is answered with anything of it.
 */
const app = await testApp()
const household = await restrictedGroups(app)

/** Every GET of the API with everything that its parameters can be: each kind of the catalogue, the keys of what is planted. */
const addresses = (): string[] => {
  const { paths = {} } = app.server.swagger() as { paths?: Record<string, Record<string, unknown>> }
  const filled = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? fill([path]) : []))
  return filled.flatMap((path) => [...(queries[path] ?? ['']).map((query) => `${path}${query}`)])
}

const values: Record<string, readonly string[]> = {
  kind: catalogueKinds,
  key: [planted.group, planted.project, planted.open],
  id: [String(household)],
  template: ['follow-up'],
  viewer: ['reception'],
}

const period = 'from=2019-01&to=2019-04'
const queries: Record<string, readonly string[]> = {
  '/api/figures': [`?${period}`],
  '/api/figures/export': ['csv', 'xlsx', 'json'].map((format) => `?${period}&format=${format}`),
  '/api/reports/follow-up': [`?${period}&format=json`, `?${period}&format=html`],
}

function fill(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const [hole, name] = /\{(\w+)\}/.exec(path) ?? []
    if (!hole || !name) return [path]
    return fill((values[name] ?? ['1']).map((value) => path.replace(hole, value)))
  })
}

const tells = (body: string): boolean => body.toLowerCase().includes(planted.word)

describe.each(roles.filter((role) => role !== 'manager'))('as %s', (role) => {
  test('no address tells of a restricted group, nor of its project', async () => {
    const told = []
    for (const url of addresses()) {
      // What was asked for stands in some refusals: only the asker's own words are let be.
      const { body } = await app.as(role, url)
      if (tells(body.replaceAll(url, ''))) told.push(url)
    }
    expect(told).toEqual([])
  })

  test('a restricted key is answered as one that is not there', async () => {
    for (const [kind, key] of [
      ['target-group', planted.group],
      ['project', planted.project],
      ['project-readings', planted.project],
    ]) {
      const ask = async (asked: string) =>
        (await app.as(role, `/api/catalogue/${kind}/${asked}/versions`)).json<{ versions?: object[] }>()
      expect(await ask(key!)).toEqual(await ask('finns-inte'))
    }
  })
})

test('a manager is told, or the addresses would prove nothing', async () => {
  const told = []
  for (const url of addresses()) if (tells((await app.as('manager', url)).body.replaceAll(url, ''))) told.push(url)
  expect(told).toEqual(
    expect.arrayContaining([
      '/api/catalogue/project',
      '/api/catalogue/target-group',
      `/api/catalogue/target-group/${planted.group}/versions`,
      '/api/target-groups',
      `/api/target-groups/${planted.group}`,
    ]),
  )
})

test('a group that was restricted under another name has no such history for others', async () => {
  const { versions } = (await app.as('caseworker', `/api/catalogue/target-group/${planted.open}/versions`)).json<{
    versions: { version: number }[]
  }>()
  expect(versions.map(({ version }) => version)).toEqual([2])
})

test('an action that others read follows no restricted group, and says no more than that', async () => {
  const follow = async (group: string) => {
    const url = '/api/catalogue/savings-action/atgard'
    return (
      await app.as('controller', { method: 'PUT', url, payload: { seen: 0, body: planted.action(group) } })
    ).json<{ problem: string }>()
  }
  expect(await follow(planted.group)).toMatchObject({ problem: 'no-open-group' })
  expect(await follow(planted.group)).toEqual(await follow('finns-inte'))
  expect(await follow(planted.open)).toEqual({ version: 1 })
  const restrict = await app.as('manager', {
    method: 'PUT',
    url: `/api/catalogue/target-group/${planted.open}`,
    payload: { seen: 2, body: planted.body('Öppen', true) },
  })
  expect(restrict.json()).toMatchObject({ problem: 'group-is-followed' })
})
