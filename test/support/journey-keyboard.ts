import type { Locator, Page } from 'playwright-core'

/** Moves with Tab, or back with Shift + Tab, until the focus is where it should be. Throws when it never comes there. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 250; pressed++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reaches ${String(target)}`)
}

export async function activate(page: Page, target: Locator, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

/** Opens a list and chooses by name, with the arrows; of several that fit the first. */
export async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await activate(page, list)
  const wanted = page.getByRole('option', { name: option, exact: true }).first()
  await wanted.waitFor()
  await page.keyboard.press('Home')
  for (let pressed = 0; pressed < 100 && !(await hasFocus(wanted)); pressed++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Opens the system's own window for files from a button, and chooses there. */
export async function chooseFile(page: Page, button: Locator, file: { name: string; text: string | Uint8Array }) {
  // Waits from before the first Tab: on a slow machine the browser has not begun to listen when a key pressed at once arrives.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), activate(page, button)])
  await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) })
}

export const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0

/** Writes in a field, at the end of what stands there. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('End')
  await page.keyboard.type(text)
}

/** Writes instead of what stands in a field. */
export async function retype(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

export async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box)
  await page.keyboard.press('Space')
}

/** A group of radios is one stop: Tab goes into it, to the chosen one or the first, and the arrows choose. */
export async function pick(page: Page, group: Locator, option: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name: option, exact: true })
  await wanted.waitFor({ state: 'attached' })
  for (let pressed = 0; pressed < 250 && (await group.locator(':focus').count()) === 0; pressed++)
    await page.keyboard.press('Tab')
  if (!(await wanted.isChecked())) await page.keyboard.press('Space')
  const chosen = group.locator(':focus:checked')
  for (let pressed = 0; pressed < 20; pressed++) {
    await chosen.waitFor({ state: 'attached' })
    if (await wanted.isChecked()) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows never choose ${String(option)}`)
}

/** Waits until the focus has come by itself. Throws when it never does. */
export const focusComes = (target: Locator): Promise<void> =>
  target.and(target.page().locator(':focus')).waitFor({ state: 'attached' })
