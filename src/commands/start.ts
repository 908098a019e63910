import type { Command } from 'commander'
import { wholeNumber } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { readConfig } from '../config.ts'
import { startServer } from '../start-server.ts'
import { registerCommand, type RegisterOptions } from './with-register.ts'

type StartOptions = RegisterOptions & { demo?: boolean; developmentSignIn?: boolean; port?: number; host?: string }

/** `utfall start`: migrates, and serves API and web until it is stopped. */
export const startCommand = (): Command =>
  registerCommand('start', cliText.start)
    .option('--demo', cliText.demoFlag)
    .option('--development-sign-in', cliText.developmentSignIn)
    .option('--port <n>', cliText.port, wholeNumber)
    .option('--host <address>', cliText.host)
    .action(({ demo = false, developmentSignIn = false, municipality = '0483', ...options }: StartOptions) =>
      startServer(readConfig(options, process.env), { demo, developmentSignIn, code: municipality }),
    )
