import { expect, test } from 'vitest'
import { testApp } from '../test/support/test-app.ts'
import { addDemoUsers, recordDemoCasework } from './demo-casework.ts'
import { writeDemo } from './demo/demo.ts'
import { signalKinds } from './payment-cases/signals.ts'
import type { CasesView, SignalsView } from './payment-cases/payment-cases-view.ts'

const files = ['enheter.csv', 'hushall.csv', 'utbetalningar.csv', 'utbetalningar_rattade.csv', 'insatser.csv']

test(
  'every rule finds something in the last year of the demo, and nothing is said of why',
  { timeout: 180_000 },
  async () => {
    const app = await testApp()
    const demo = writeDemo()
    for (const { fileName, bytes } of demo.files) if (files.includes(fileName)) await app.importText(fileName, bytes)
    const place = { register: app.database, municipality: app.municipality }
    await addDemoUsers(place)
    await recordDemoCasework(place, demo.casework())
    const read = async <View>(url: string) => (await app.as('manager', url)).json<View>()
    const { settings } = await read<SignalsView>('/api/payment-signals?from=2018-05&to=2019-04')
    expect(settings.filter(({ found }) => found === 0)).toEqual([])
    expect(settings.map(({ kind }) => kind).sort()).toEqual([...signalKinds].sort())
    const { rows } = await read<CasesView>('/api/payment-cases?from=2018-05&to=2019-05')
    expect(new Set(rows.map(({ signal }) => signal)).size).toBeGreaterThan(4)
  },
)
