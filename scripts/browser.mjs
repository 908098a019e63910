/** Finds the Chromium that the journey tests drive, and installs Debian's when that can be done. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, withProgress } from './ensure.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The path of a browser; installed first when there is none, on Debian as root. Throws when there is none to be had. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && findOnPath(['apt-get']))
    await withProgress('Installerar webbläsaren chromium', installChromium)
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'Ingen webbläsare för testerna. Installera chromium eller Google Chrome, eller ange dess sökväg i CHROME_PATH.',
  )
}

const findBrowser = () =>
  [process.env.CHROME_PATH, findOnPath(names), ...elsewhere].find((path) => path && canRun(path))

function findOnPath(programs) {
  const dirs = (process.env.PATH ?? '').split(delimiter)
  return programs.flatMap((program) => dirs.map((dir) => join(dir, program))).find(canRun)
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function installChromium() {
  await run('apt-get', ['update'])
  await run('apt-get', ['install', '-y', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
}
