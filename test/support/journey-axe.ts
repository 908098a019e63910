import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands, as one line for each rule; nothing when all is well. */
export const violations = (page: Page, onlyRule?: string): Promise<string[]> =>
  page.evaluate(
    `window.axe ?? (() => { ${axe} })(); axe.run(${JSON.stringify({ resultTypes: ['violations'], ...(onlyRule && { runOnly: [onlyRule] }) })}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].target))`,
  )
