import type { ReportTemplate } from '../template.ts'
import { actionsAndCosts } from './actions-and-costs.ts'
import { annual } from './annual.ts'
import { assignment } from './assignment.ts'
import { halfYear } from './half-year.ts'
import { letterAnswer } from './letter-answer.ts'
import { project } from './project.ts'
import { publicNews } from './public-news.ts'
import { tertial } from './tertial.ts'

/** The templates that come with the program, by key. A municipality's own of the same key takes its place. */
export const builtInTemplates: Readonly<Record<string, ReportTemplate>> = {
  tertial,
  'half-year': halfYear,
  annual,
  assignment,
  'actions-and-costs': actionsAndCosts,
  project,
  'letter-answer': letterAnswer,
  'public-news': publicNews,
}
