import { normalised } from '../../values/normalised.ts'

/** One code of ours with the labels that systems use for it. */
export type CodeEntry<Code extends string> = { code: Code; label: string; aliases: readonly string[] }

export type CodeList<Code extends string = string> = readonly CodeEntry<Code>[]

/**
 * Finds the code for a label or a code, whatever its case, accents and punctuation.
 * Null for everything not in the list: an unknown code is shown to a person, never taken for "other".
 */
export function codeReader<Code extends string>(list: CodeList<Code>): (text: string) => Code | null {
  const codes = new Map<string, Code>()
  for (const { code, label, aliases } of list) {
    for (const text of [code, label, ...aliases]) codes.set(normalised(text), code)
  }
  return (text) => codes.get(normalised(text)) ?? null
}
