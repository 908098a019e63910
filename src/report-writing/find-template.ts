import type { Tx } from '../database/transaction.ts'
import { listEntries, listVersions } from '../catalogue/catalogue.queries.ts'
import type { ReportTemplate } from '../reports/template.ts'
import { builtInTemplates } from '../reports/templates/templates.ts'
import { periodText } from './report-writing.text.ts'
import type { TemplateChoice } from './writing-view.ts'

type NamedTemplate = { key: string; version: number; template: ReportTemplate }

/** The municipality's own templates, and those of the program that it has not made its own of the same key. */
export async function listTemplates(tx: Tx, municipalityId: number): Promise<NamedTemplate[]> {
  const own = (await listEntries(tx, municipalityId, 'report-template')).map(({ key, version, body }) => ({
    ...{ key, version, template: body },
  }))
  const builtIn = Object.entries(builtInTemplates)
    .filter(([key]) => !own.some((each) => each.key === key))
    .map(([key, template]) => ({ key, version: 0, template }))
  return [...builtIn, ...own]
}

/** The version that a report was begun with: a template that is changed later changes no report. */
export async function findTemplate(
  tx: Tx,
  municipalityId: number,
  key: string,
  version: number,
): Promise<ReportTemplate | null> {
  if (version === 0) return Object.hasOwn(builtInTemplates, key) ? builtInTemplates[key]! : null
  const versions = await listVersions(tx, municipalityId, 'report-template', key)
  return versions.find((each) => each.version === version)?.body ?? null
}

export const choiceOf = ({ key, version, template }: NamedTemplate): TemplateChoice => ({
  ...{ key, version, name: template.name, purpose: template.purpose },
  period: periodText[template.period],
})
