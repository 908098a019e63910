import { action } from './savings-actions.ts'
import { adult, households, payments, women } from './small-extracts.ts'
import type { TestApp } from './test-app.ts'

const body = (name: string, restricted: boolean) => ({
  ...{ name, purpose: `Syftet med ${name}`, kind: 'rule', exclusive: false, restricted, frozen: [] },
  rule: {
    ...{ costliest: 6, period: { from: '2018-01', until: '2019-01' }, monthsAtLeast: null, ageBelow: null },
    ...{ obstacles: [], housing: [], withChildren: null, unit: null },
  },
})

/** What stands in the names and keys of everything that only managers may know of. */
export const planted = {
  word: 'kvinnofrid',
  group: 'kvinnofrid',
  project: 'kvinnofridsprojektet',
  /** A group that has been opened; while it was restricted it was called something else. */
  open: 'oppen',
  body,
  action: (group: string) => action({ group }),
}

/** A register with a restricted group, its project and its readings. Gives a household that is in it. */
export async function restrictedGroups(app: TestApp): Promise<number> {
  const keys = women.slice(0, 8).map((_, at) => `H${at + 1}`)
  await app.importText('hushall.csv', households(...keys.map((key, at) => adult(key, women[at]!, {}))))
  const months = ['2018-06', '2018-07', '2019-01', '2019-02']
  await app.importText(
    'utbetalningar.csv',
    payments(
      ...keys.flatMap((key) =>
        months.map((each) => `${key}${each};${key};${each};${each}-25;9000,00;Försörjningsstöd`),
      ),
    ),
  )
  const put = async (kind: string, key: string, seen: number, saved: object) => {
    const url = `/api/catalogue/${kind}/${key}`
    const { statusCode } = await app.as('manager', { method: 'PUT', url, payload: { seen, body: saved } })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
  }
  await put('target-group', planted.group, 0, body('Kvinnofrid', true))
  await app.as('manager', { method: 'POST', url: `/api/target-groups/${planted.group}/freeze`, payload: { seen: 1 } })
  await put('project', planted.project, 0, {
    ...{ name: 'Kvinnofridsprojektet', purpose: '', group: planted.group, from: '2019-01-01', until: '2020-01-01' },
    ...{ budget: [], roles: [], caseworkers: [] },
    goals: [{ key: 'g', text: 'Kvinnofrid nådd', readBy: 'people', unit: 'hushåll', baseline: 0, target: 5 }],
  })
  await put('project-readings', planted.project, 0, {
    readings: [{ goal: 'g', on: '2019-05-14', value: 1, note: 'Kvinnofrid' }],
  })
  await put('target-group', planted.open, 0, body('Kvinnofrid, gammalt namn', true))
  await put('target-group', planted.open, 1, body('Öppen', false))
  const [row] = (await app.as('manager', '/api/households')).json<{ rows: { id: number }[] }>().rows
  return row!.id
}
