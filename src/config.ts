import { resolve } from 'node:path'

/** What the program is told by its surroundings, read once. */
export type Config = {
  /** Address of a PostgreSQL server; null for the embedded one in the data folder. */
  databaseUrl: string | null
  /** Database files, keys and uploads on their way in. */
  dataDir: string
  keyFile: string
  host: string
  port: number
  production: boolean
}

export type ConfigOptions = {
  data?: string | undefined
  database?: string | undefined
  port?: number | undefined
  host?: string | undefined
}

export function readConfig(options: ConfigOptions, env: NodeJS.ProcessEnv): Config {
  const dataDir = resolve(options.data ?? env['UTFALL_DATA'] ?? 'data')
  return {
    databaseUrl: options.database ?? (options.data ? null : env['DATABASE_URL'] || null),
    dataDir,
    keyFile: env['UTFALL_KEY_FILE'] ?? resolve(dataDir, 'keys.json'),
    host: options.host ?? env['HOST'] ?? '127.0.0.1',
    port: options.port ?? Number(env['PORT'] ?? 4083),
    production: env['NODE_ENV'] === 'production',
  }
}
