import { basename } from 'node:path'
import {
  importExtract,
  type ImportChoices,
  type ImportNeeds,
  ImportRefusal,
  type ImportResult,
  prepareExtract,
} from './import-extract.ts'
import { kinds } from './kinds/kinds.ts'
import { importRefusalText } from './preview.text.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

/** A file of which nothing was written, with what was found and expected where that is known. */
export type RefusedFile = {
  file: string
  refused: { kind: string; text: string; row?: number; column?: string; found?: string; expected?: string }
}

type Options = Pick<ImportChoices, 'kind' | 'targets' | 'profile' | 'dryRun' | 'userId'> & {
  /** Called when a file begins and now and then while it is read. */
  onFile?: (name: string, rows: number) => void
}

/**
 * Imports files in the order they refer to one another: units, households, then what happened to them.
 * A file that is refused does not stop the others. Answers in the order the files were given.
 */
export async function importFiles(
  needs: ImportNeeds,
  paths: string[],
  options: Options,
): Promise<(ImportResult | RefusedFile)[]> {
  const answers = new Map<string, ImportResult | RefusedFile>()
  const ready: { path: string; order: number }[] = []
  for (const path of paths) {
    const refused = await refusalOf(path, async () => {
      const { kind } = await prepareExtract({ path, fileName: basename(path) }, options)
      ready.push({ path, order: kinds.indexOf(kind) })
    })
    if (refused) answers.set(path, refused)
  }
  for (const { path } of ready.sort((a, b) => a.order - b.order)) {
    const name = basename(path)
    options.onFile?.(name, 0)
    const refused = await refusalOf(path, async () => {
      const onProgress = every(200_000, (rows) => options.onFile?.(name, rows))
      answers.set(path, await importExtract(needs, { path, fileName: name }, { ...options, onProgress }))
    })
    if (refused) answers.set(path, refused)
  }
  return paths.map((path) => answers.get(path)!)
}

async function refusalOf(path: string, work: () => Promise<void>): Promise<RefusedFile | null> {
  const file = basename(path)
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof UnreadableFile)
      return { file, refused: { kind: error.problem, text: error.text, ...error.whereabouts } }
    if (!(error instanceof ImportRefusal)) throw error
    const { kind, ...facts } = error.refusal
    return { file, refused: { kind, text: importRefusalText[kind], ...whereaboutsOf(facts) } }
  }
}

function whereaboutsOf(facts: { columns?: string[]; missing?: string[]; found?: string; row?: number }) {
  return {
    ...(facts.row !== undefined && { row: facts.row }),
    ...(facts.found !== undefined && { found: facts.found }),
    ...(facts.columns && { found: facts.columns.join(', ') }),
    ...(facts.missing && { expected: facts.missing.join(', ') }),
  }
}

/** At most once per so many rows. */
function every(step: number, tell: (rows: number) => void): (rows: number) => void {
  let next = step
  return (rows) => {
    if (rows < next) return
    next += step
    tell(rows)
  }
}
