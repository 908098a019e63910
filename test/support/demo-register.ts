import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Demo, writeDemo, type DemoOptions } from '../../src/demo/demo.ts'
import type { ImportResult } from '../../src/imports/import-extract.ts'
import { importFiles } from '../../src/imports/import-files.ts'
import { testApp, type TestApp } from './test-app.ts'

/** A register with a whole demo in it, imported as files are, and how to import the same files once more. */
export type DemoRegister = {
  app: TestApp
  demo: Demo
  results: ImportResult[]
  importAgain: () => Promise<ImportResult[]>
}

export async function demoRegister(options: DemoOptions = {}): Promise<DemoRegister> {
  const app = await testApp()
  const demo = writeDemo(options)
  const paths = demo.files.map(({ fileName }) => join(app.dir, fileName))
  await Promise.all(demo.files.map(({ bytes }, at) => writeFile(paths[at]!, bytes)))
  const importAgain = async () =>
    (await importFiles(app.needs, paths, {})).map((each) => {
      if ('refused' in each) throw new Error(`${each.file}: ${each.refused.text}`)
      return each
    })
  return { app, demo, results: await importAgain(), importAgain }
}
