import type pg from 'pg'
import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresQuestion, FiguresService } from '../analysis/load-figures.ts'
import { findEntry, listEntries } from '../catalogue/catalogue.queries.ts'
import { openGroups } from '../catalogue/opened-entries.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import type { Document } from './document.ts'
import { followUpReport } from './follow-up-report.ts'
import { loadOtherFigures, released } from './load-other-figures.ts'
import { lookOf, type ReportLook, standardKey, standardLook } from './look.ts'
import { shownNotes } from './promise-blocks.ts'
import { reportFromTemplate } from './report-from-template.ts'
import { followUpChoice } from './reports.text.ts'
import type { LookEntry, TemplateChoice } from './reports-view.ts'
import type { ReportInput, ReportTemplate } from './template.ts'
import { builtInTemplates } from './templates/templates.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; release: Release }

type Asked = { template: string; question: FiguresQuestion; today: Day; now: Date }

export type LoadedReport = { document: Document; figures: Figures; look: ReportLook }

/**
 * A report that nobody has written in: its template with the figures of a period, the suggested texts, promises and notes.
 * Null where the period ends before it begins; undefined where there is no such template.
 */
export async function loadReport(needs: Needs, asked: Asked): Promise<LoadedReport | null | undefined> {
  const { pool, figures: service, municipality } = needs
  const { id } = municipality
  const found = await withTenant(pool, { municipalityId: id }, async (tx) => ({
    template: await findTemplate(tx, id, asked.template),
    look: (await findEntry(tx, id, 'report-look', standardKey))?.body ?? null,
    decided: await loadDecided(tx, id),
  }))
  if (asked.template !== followUpChoice.key && !found.template) return undefined
  const computed = await service.figures(municipality, { ...asked.question, withSupplied: true })
  if (!computed) return null
  const computedOthers = found.template
    ? await loadOtherFigures(service, municipality, found.template, asked.question)
    : {}
  const createdAt = asked.now.toISOString()
  const documentOf = ({ figures, others }: { figures: Figures; others: ReportInput['others'] }): Document =>
    found.template
      ? reportFromTemplate({
          ...{ ...found.decided, ...committeeOf(found.look), template: found.template, figures },
          ...{ ...(others && { others }), texts: new Map(), today: asked.today, createdAt },
        })
      : followUpReport(figures, createdAt, shownNotes({ ...found.decided, today: asked.today }))
  const reported = await released(needs.release, computed, computedOthers, {
    ...{ unit: asked.question.unit, makes: documentOf },
  })
  const look = found.look ? lookOf(found.look) : standardLook
  return { document: documentOf(reported), figures: reported.figures, look }
}

const committeeOf = (look: LookEntry | null) => (look?.committee ? { committee: look.committee } : {})

/** The municipality's own template of a key, or the program's. The follow-up is no template: it has every figure there is. */
async function findTemplate(tx: Tx, municipalityId: number, key: string): Promise<ReportTemplate | null> {
  if (key === followUpChoice.key) return null
  const own = await findEntry(tx, municipalityId, 'report-template', key)
  return own?.body ?? (Object.hasOwn(builtInTemplates, key) ? builtInTemplates[key]! : null)
}

/** What a report tells of beside its figures. An action for a group that only managers see is not told of at all. */
export async function loadDecided(
  tx: Tx,
  municipalityId: number,
): Promise<Pick<ReportInput, 'promises' | 'notes' | 'actions'>> {
  const open = new Set((await openGroups(tx, municipalityId)).map(({ key }) => key))
  const actions = await listEntries(tx, municipalityId, 'savings-action')
  return {
    promises: await listEntries(tx, municipalityId, 'promise'),
    notes: await listEntries(tx, municipalityId, 'dated-note'),
    actions: actions.filter(({ body }) => body.group === null || open.has(body.group)),
  }
}

/** What reports there are: the follow-up, the program's templates and the municipality's own. */
export async function listReports(pool: pg.Pool, { id }: Municipality): Promise<TemplateChoice[]> {
  const own = await withTenant(pool, { municipalityId: id }, (tx) => listEntries(tx, id, 'report-template'))
  const ownKeys = new Set(own.map(({ key }) => key))
  const choice = (key: string, { name, purpose }: Pick<ReportTemplate, 'name' | 'purpose'>, isOwn: boolean) => ({
    ...{ key, name, purpose, isOwn },
  })
  return [
    { ...followUpChoice, isOwn: false },
    ...Object.entries(builtInTemplates).flatMap(([key, template]) =>
      ownKeys.has(key) ? [] : [choice(key, template, false)],
    ),
    ...own.map(({ key, body }) => choice(key, body, true)),
  ]
}
