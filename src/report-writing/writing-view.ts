import type { Document } from '../reports/document.ts'
import type { TemplateSection, TextPart } from '../reports/template.ts'
import type { Month } from '../values/month.ts'
import type { TextStatus } from './written-report.ts'

/** Answers of the routes, as pages get them. Instants are ISO text. */

export type ReportState = 'writing' | 'correcting' | 'signed'

export type ReportRow = {
  id: number
  title: string
  template: string
  from: Month
  /** Last month, included. */
  to: Month
  state: ReportState
  changed: { at: string; by: string | null } | null
  /** How many texts are ready, of how many. */
  ready: number
  texts: number
  latest: SignedVersion | null
}

export type SignedVersion = {
  version: number
  signedAt: string
  signedName: string
  signedRole: string
  /** The version that it corrects, and why. */
  corrects: number | null
  reason: string | null
}

export type TemplateChoice = { key: string; version: number; name: string; purpose: string; period: string }

export type ReportList = {
  reports: ReportRow[]
  templates: TemplateChoice[]
  /** The months there are figures for; null when there are none. */
  data: { from: Month; to: Month } | null
}

export type DraftText = {
  version: number
  body: object
  status: TextStatus
  changed: { at: string; by: string | null }
}

export type DraftPart =
  | { kind: 'text'; key: string; guidance: string; required: TextPart['required']; text: DraftText }
  /** What the report fills in by itself, in words. */
  | { kind: 'shown'; what: string }

export type DraftSection = Pick<TemplateSection, 'key' | 'heading' | 'level'> & { parts: DraftPart[] }

export type DraftComment = {
  id: number
  part: string
  quoted: string
  text: string
  writtenBy: string | null
  writtenAt: string
  settledBy: string | null
}

export type DraftView = {
  id: number
  title: string
  template: string
  from: Month
  to: Month
  state: ReportState
  corrects: number | null
  /** Begins the ids of one's own windows. */
  userId: number
  maySign: boolean
  /** Swedish names of the roles that may. */
  signers: string[]
  sections: DraftSection[]
  versions: SignedVersion[]
}

/** What has happened since the page last asked. */
export type Changes = {
  texts: Record<string, { steps: { step: object; clientId: string }[]; status: TextStatus; changedAt: string }>
  writers: { part: string; name: string }[]
  comments: DraftComment[]
  /** Signed, or opened for correction, by somebody else meanwhile. */
  state: ReportState
}

/** A figure of the report that a text can hold. */
export type FigureChoice = {
  address: string
  name: string
  /** Its value as the report writes it. */
  text: string
  /** `withheld` and `unknown` are told in `text`. */
  state: 'known' | 'withheld' | 'unknown'
  definitionId: string
}

export type FigureChoices = { figures: FigureChoice[]; definitions: Record<string, string> }

export type FindingKind = 'missing' | 'number' | 'withheld' | 'not-ready' | 'comment'

/** Something to see to before the report is signed. */
export type Finding = {
  /** The same for the same finding: an answer is tied to it. */
  key: string
  kind: FindingKind
  section: string
  /** The text part to go to; null where it is nothing that somebody writes. */
  part: string | null
  text: string
  /** Stops the signing until it is mended or answered. */
  stops: boolean
}

export type Preview = { document: Document; findings: Finding[] }

export type FindingAnswer = { key: string; reason: string }

export type VersionView = {
  report: { id: number; title: string }
  version: SignedVersion
  sha256: string
  /** As of which the figures are known. */
  knownAt: string
  document: Document
  answers: { finding: string; reason: string }[]
  /** The version that corrects this one, if any has. */
  correctedBy: SignedVersion | null
  mayCorrect: boolean
}

/** A place in a report where what was reported is not what is known now. */
export type ChangedCell = {
  section: string
  /** Table, row and column; or the paragraph. */
  place: string
  reported: string
  now: string
}

/** Rows that the register has got, and rows that no longer hold, since the report was signed. */
export type ChangedRows = {
  what: string
  /** The month they are about; null for what has none. */
  month: Month | null
  /** They are about months after the report's period, all together. */
  isLater: boolean
  added: number
  removed: number
  /** Null where so few households are behind it that it is not shown. */
  households: number | null
  /** The difference that they make; null for what has no amount, and where it is not shown. */
  ore: number | null
  withheld: boolean
}

export type ChangedHousehold = {
  id: number
  key: string
  what: string
  month: Month | null
  change: 'added' | 'removed' | 'changed'
  /** Of payments alone. */
  beforeOre: number | null
  nowOre: number | null
}

export type AsKnownNow = {
  /** Fewer households than this are not told of. */
  smallestCount: number
  knownAt: string
  now: string
  cells: ChangedCell[]
  rows: ChangedRows[]
  /** Decisions in the catalogue, changed since: some figures follow them. */
  decisions: { kind: string; name: string; savedAt: string; savedBy: string | null }[]
  /** Household by household; null for whoever may not see households. */
  households: ChangedHousehold[] | null
  /** There are more than those. */
  hasMore: boolean
  /** There are also rows about households that the reader may not see. */
  hasClosed: boolean
}
