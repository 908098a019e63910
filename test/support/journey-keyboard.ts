import type { Locator, Page } from 'playwright-core'

/** Moves with Tab until the focus is where it should be. Throws when it never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 250; pressed++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${String(target)}`)
}

export async function activate(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Opens a list and chooses by name, with the arrows. */
export async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await activate(page, list)
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.waitFor()
  await page.keyboard.press('Home')
  for (let pressed = 0; pressed < 100 && !(await hasFocus(wanted)); pressed++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Opens the system's own window for files from a button, and chooses there. */
export async function chooseFile(page: Page, button: Locator, file: { name: string; text: string | Uint8Array }) {
  await tabTo(page, button)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) })
}

export const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0
