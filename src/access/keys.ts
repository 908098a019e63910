import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The secrets that stand outside the database. Whoever has the database alone cannot read an identity number. */
export type Keys = {
  /** AES-256, for identity numbers. */
  encryption: Buffer
  /** HMAC-SHA-256, for finding an identity number without reading it. */
  lookup: Buffer
  /** Password of the application's database roles, where the server asks for one. */
  databasePassword: string
}

/**
 * Reads the key file, or makes one that only its owner can read.
 * Losing it means that no stored identity number can be read again: it belongs in the backup, apart from the database.
 */
export async function loadKeys(path: string): Promise<Keys> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return parseKeys(text ?? (await createKeyFile(path)))
}

/** Two processes may start at once: the file is linked into place, so the first one wins and both read the same. */
async function createKeyFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const secret = () => randomBytes(32).toString('base64')
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const content = { encryption: secret(), lookup: secret(), databasePassword: randomBytes(24).toString('hex') }
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(path, 'utf8')
}

function parseKeys(text: string): Keys {
  const content = JSON.parse(text) as Record<string, unknown>
  const { encryption, lookup, databasePassword } = content
  if (typeof encryption !== 'string' || typeof lookup !== 'string' || typeof databasePassword !== 'string') {
    throw new Error('The key file lacks a key: encryption, lookup and databasePassword are needed')
  }
  const keys = {
    encryption: Buffer.from(encryption, 'base64'),
    lookup: Buffer.from(lookup, 'base64'),
    databasePassword,
  }
  if (keys.encryption.length !== 32 || keys.lookup.length !== 32) throw new Error('The keys must be 32 bytes')
  return keys
}
