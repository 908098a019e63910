import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseRefusal } from './refusal.ts'
import { NOBODY } from './unprivileged.ts'

/** The address of a socket holds 104 bytes on macOS and 108 on Linux, its ending zero counted. */
const LONGEST_ADDRESS = 103
const SOCKET_NAME = '/.s.PGSQL.5432'

/**
 * The folder of the server's socket, which only this user can enter: whoever reaches the socket is let in.
 *
 * `<dataDir>/socket`, or a short folder among the temporary files when that address is too long.
 * @throws DatabaseRefusal when someone else owns the folder.
 */
export async function socketDirectory(dataDir: string): Promise<string> {
  const beside = join(dataDir, 'socket')
  const dir = Buffer.byteLength(beside + SOCKET_NAME) <= LONGEST_ADDRESS ? beside : shortDirectory(dataDir)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await refuseForeign(dir)
  await chmod(dir, 0o700)
  return dir
}

function shortDirectory(dataDir: string): string {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  return join(tmpdir(), `utfall-${key}`)
}

/** Anyone can make a folder among the temporary files, and wait there for our password-free connections. */
async function refuseForeign(dir: string) {
  const found = await lstat(dir)
  const me = process.getuid?.() ?? found.uid
  const mine = found.uid === me || (me === 0 && found.uid === NOBODY)
  if (!mine || !found.isDirectory()) {
    throw new DatabaseRefusal(
      `Mappen ${dir} tillhör en annan användare. Kör som den användaren, eller välj en annan mapp.`,
    )
  }
}
