import { type Browser, chromium } from 'playwright-core'
import { afterAll } from 'vitest'

/** The browser that the journeys drive, closed when the tests of the file are done. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArguments })
  afterAll(() => browser.close())
  return browser
}

const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function browserPath(): Promise<string> {
  const script: { ensureBrowser: () => Promise<string> } = await import(
    new URL('../../scripts/browser.mjs', import.meta.url).href
  )
  return script.ensureBrowser()
}
