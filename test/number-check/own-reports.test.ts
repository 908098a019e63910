import { describe, expect, test } from 'vitest'
import { checkedView } from '../../src/number-check/checked-view.ts'
import { readTextFile } from '../../src/number-check/read-text-file.ts'
import { builtInTemplates } from '../../src/reports/templates/templates.ts'
import { month } from '../../src/values/month.ts'
import { demoRegister } from '../support/demo-register.ts'

/** A year and a tertial; `EVERY_PERIOD=1` asks for all of two years, which takes minutes. */
const some = ['2018-01–2018-12', '2019-01–2019-04']
const parts = ['01–04', '05–08', '09–12', '01–06', '07–12', '01–12'].map((each) => each.split('–'))
const every = ['2017', '2018'].flatMap((year) => parts.map(([from, to]) => `${year}-${from}–${year}-${to}`))
const periods = process.env.EVERY_PERIOD ? [...every, '2019-01–2019-04'] : some
const templates = ['follow-up', ...Object.keys(builtInTemplates)]

/** Of the smaller municipality nearly all counts are withheld. */
describe.each([300, 40])('Siffergranskaren on reports of our own about %i households', async (households) => {
  const { app } = await demoRegister({ households, months: 28 })

  test.each(templates)('has nothing to say of %s', { timeout: 300_000 }, async (template) => {
    const told = new Map<string, string[]>()
    for (const period of periods) {
      const [from = '', to = ''] = period.split('–')
      const report = await app.as('board', `/api/reports/${template}?from=${from}&to=${to}&format=docx`)
      const { findings, numbers } = checkedView(readTextFile(report.rawPayload, 'report.docx'), month(to))
      expect(numbers).toBeGreaterThan(0)
      if (findings.length > 0)
        told.set(
          period,
          findings.map(({ label, text }) => `${label}: ${text}`),
        )
    }
    expect(told).toEqual(new Map())
  })
})
