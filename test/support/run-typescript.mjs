/** Runs a TypeScript file in a Node process of its own: node run-typescript.mjs FILE ARGUMENTS… */
import { runnerImport } from 'vite'

await runnerImport(process.argv[2], { configFile: false, logLevel: 'error' })
