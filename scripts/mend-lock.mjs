/**
 * Adds the optional packages of other platforms that npm left out of package-lock.json.
 *
 * npm writes an optional package into the lock file only when its registry answers for it.
 * A registry that mirrors one platform then gives a lock file that `npm ci` refuses on every platform.
 * Run after each `npm install`: node scripts/mend-lock.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
let added = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} optional packages added`)

/** Node looks for a package in every node_modules on the way up; so does npm in the lock file. */
function isLocked(path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
    if (!from.includes('node_modules/')) return false
    if (!from.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

function platformOf(name) {
  const os = ['android', 'darwin', 'linux', 'win32', 'freebsd'].find((each) => name.includes(each))
  const cpu = ['arm64', 'x64', 'arm', 'ia32'].find((each) => name.includes(`-${each}`))
  const libc = name.endsWith('-musl') ? ['musl'] : name.includes('linux') ? ['glibc'] : undefined
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc }) }
}
