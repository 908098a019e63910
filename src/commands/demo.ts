import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { jsonOption, wholeNumber } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { writeDemo } from '../demo/demo.ts'
import { print, say } from './terminal.ts'

type DemoOptions = { out: string; json?: boolean; seed?: number; households?: number; months?: number }

/** `utfall demo`: a made-up municipality as the files that a vendor would send, and beside them the truth about it. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description(cliText.demo)
    .requiredOption('--out <dir>', cliText.out)
    .option('--seed <n>', cliText.seed, wholeNumber)
    .option('--households <n>', cliText.households, wholeNumber)
    .option('--months <n>', cliText.months, wholeNumber)
    .addOption(jsonOption())
    .action(async ({ out, json, ...options }: DemoOptions) => {
      const demo = writeDemo(options)
      await mkdir(out, { recursive: true })
      for (const { fileName, bytes } of demo.files) await writeFile(join(out, fileName), bytes)
      const truthDir = `${out.replace(/[\\/]+$/, '')}-truth`
      await mkdir(truthDir, { recursive: true })
      await writeFile(join(truthDir, 'sanning.json'), `${JSON.stringify(demo.truth, null, 2)}\n`)
      say(cliText.demoWritten(demo.files.length, out, truthDir))
      if (json)
        print({
          files: demo.files.map(({ fileName, bytes }) => ({ file: join(out, fileName), bytes: bytes.length })),
          expectedRejections: demo.expectedRejections,
        })
    })
