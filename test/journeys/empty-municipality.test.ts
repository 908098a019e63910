import { expect, test } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'

/** Before the first file every page says that there is nothing yet, and where to begin. */
const app = await journeyApp({ demo: false })

test.each([
  ['/', 'Här finns inga uppgifter ännu'],
  ['/prognos', 'Här finns inga uppgifter ännu'],
  ['/hushall', 'Det finns inga hushåll ännu'],
  ['/rapporter', 'Det finns inget att rapportera ännu'],
  ['/import', 'Ingen fil har lästs in ännu.'],
])('%s', async (path, text) => {
  const page = await app.open('manager')
  await page.goto(app.address + path)
  await page.getByText(text).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/null|undefined|NaN|\.\./)
  expect(await violations(page)).toEqual([])
})
