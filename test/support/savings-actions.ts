import type { Action, Assumption } from '../../src/savings/assumption.ts'
import type { ActionView, SavingsList } from '../../src/savings/savings-view.ts'
import type { TestApp } from './test-app.ts'

export const kronor = (amount: number) => Math.round(amount * 100)
export const nothing = { persons: null, share: null, affected: null, oreAMonth: null, months: null, promisedOre: null }
export const stated = (value: number) => ({ value, source: 'Verksamhetens egen uppföljning' })
export const part = (label: string, given: Partial<Assumption>): Assumption => ({ label, ...nothing, ...given })

export const action = (given: Partial<Action>): Action => ({
  ...{ name: 'Åtgärd', background: '', targetGroup: '', goal: '', owner: 'Enhetschefen', attribution: 'action' },
  ...{ counted: 'separately', intervention: null, group: null, start: '2006-09', until: null, nextLook: null },
  baseline: { from: '2005-01', until: '2006-01' },
  assumptions: [part('Alla', {})],
  ...{ ownCosts: [], counterfactuals: [], claims: [] },
  ...given,
})

export const save = async (app: TestApp, key: string, body: Action) => {
  const answer = await app.as('controller', {
    ...{ method: 'PUT', url: `/api/catalogue/savings-action/${key}` },
    payload: { seen: 0, body },
  })
  if (answer.statusCode !== 200) throw new Error(`${key}: ${answer.body}`)
}
export const list = async (app: TestApp, query = '') =>
  (await app.as('controller', `/api/savings${query}`)).json<SavingsList>()
export const show = async (app: TestApp, key: string) =>
  (await app.as('controller', `/api/savings/actions/${key}`)).json<ActionView>()
