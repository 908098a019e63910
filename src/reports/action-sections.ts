import type { FigureTable } from '../analysis/figures.ts'
import type { Block, Section } from './document.ts'
import { figureTable } from './figure-blocks.ts'
import type { ReportAction, ReportInput } from './template.ts'
import { templateText } from './template.text.ts'

/**
 * Each action with its background, target group and goal, and what it promised and came to (000-19).
 * Those that had begun before the period ended, in the order of the savings ledger's table.
 */
export function actionSections({ actions, figures }: ReportInput, level: Section['level']): Section[] {
  const ledger = figures.tables.find(({ id }) => id === 'savings-actions')
  return actions
    .filter(({ body }) => body.start <= figures.to)
    .map((action) => ({
      heading: action.body.name,
      level: level === 1 ? 2 : 3,
      blocks: [...toldBlocks(action), ...(ledger ? amountBlocks(action, ledger) : [])],
    }))
}

function toldBlocks({ body }: ReportAction): Block[] {
  const words = templateText.actions
  const told: [string, string][] = [
    [words.background, body.background],
    [words.targetGroup, body.targetGroup],
    [words.goal, body.goal],
  ]
  return told.flatMap(([name, text]) =>
    text ? [{ kind: 'paragraph' as const, content: [{ kind: 'strong' as const, text: `${name}.` }, ` ${text}`] }] : [],
  )
}

/** The action's own row of the savings ledger. */
function amountBlocks({ key, body }: ReportAction, ledger: FigureTable): Block[] {
  const rows = ledger.rows.filter(({ id }) => id === key)
  if (rows.length === 0) return []
  return [
    {
      ...figureTable({
        ...ledger,
        name: `${body.name}: ${templateText.actions.amounts.toLocaleLowerCase('sv')}`,
        rows,
      }),
    },
  ]
}
