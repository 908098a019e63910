import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { ok, type Result, refuse } from '../values/result.ts'
import { textSchema } from './text-schema.ts'

/** What an author sends: the changes of one window, made on a version of the text. */
export type ProposedSteps = { version: number; steps: readonly object[] }

export type CannotChangeText = 'changed-since' | 'ahead' | 'does-not-apply' | 'too-long'

/** Some 60 pages: more than any section has, and less than slows anybody down. */
const longestText = 200_000

/**
 * The text after the changes of one author. Changes made on an earlier version are not joined here: the author's own window
 * gets what is missing, joins, and sends again, so that nobody's words are laid over another's.
 */
export function applySteps(
  kept: { version: number; body: object },
  { version, steps }: ProposedSteps,
): Result<{ version: number; body: object; text: Node }, CannotChangeText> {
  if (version < kept.version) return refuse('changed-since')
  if (version > kept.version) return refuse('ahead')
  const text = changed(readText(kept.body), steps)
  if (!text) return refuse('does-not-apply')
  if (text.content.size > longestText) return refuse('too-long')
  return ok({ version: version + steps.length, body: text.toJSON() as object, text })
}

/** Throws where it is no text of ours: nothing else is ever kept. */
export function readText(body: object): Node {
  const text = Node.fromJSON(textSchema, body)
  text.check()
  return text
}

/** Null where a step is no step of ours, does not fit, or leaves a text that may not be. */
function changed(text: Node, steps: readonly object[]): Node | null {
  try {
    const result = steps.reduce<Node | null>((before, json) => {
      const step = before && Step.fromJSON(textSchema, json)
      return step ? step.apply(before).doc : null
    }, text)
    result?.check()
    return result
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof Error) return null
    throw error
  }
}
