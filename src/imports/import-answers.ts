/** What the server answers about imports: the contract between the import routes and the page. */

/** A column of the file that the importer can fill with a column of its own. */
export type Target = { name: string; label: string; required: boolean }

export type FileColumn = {
  name: string
  samples: string[]
  /** Why this target, in Swedish. Null: nothing fits, or it fits no target that is free. */
  suggestion: { target: string; reason: string } | null
}

export type RejectedRow = { row: number; column: string; problem: string; text: string; found: string }

/** A file as it would be read; nothing is written yet. */
export type Preview = {
  previewId: string
  fileName: string
  kind: string
  kindLabel: string
  encoding: string
  delimiter: string | null
  headerRow: number | null
  columns: FileColumn[]
  kinds: { kind: string; label: string; targets: Target[] }[]
  rows: number
  accepted: number
  /** The first of them; `rejectedCount` counts all. */
  rejected: RejectedRow[]
  rejectedCount: number
  totalRow: { agrees: boolean; text: string } | null
  /** The saved profile that was recognised. */
  profile: string | null
  warnings: string[]
}

/** Our column by the name of the file's column. A column that is not read is left out. */
export type Mapping = Record<string, string>

/** Null asks the importer to suggest anew, for another kind. */
export type CheckRequest = { kind: string; mapping: Mapping | null }

export type ImportRequest = { previewId: string; kind: string; mapping: Mapping; profileName: string }

export type ImportStatus = 'running' | 'done' | 'failed' | 'undone'

type Counts = { accepted: number; superseded: number; unchanged: number; rejectedCount: number }

/** `progress` is 0–1; `text` says in Swedish what goes on, or what went wrong. */
export type ImportRun = Counts & { id: string; status: ImportStatus; progress: number; text: string }

export type ImportSummary = Counts & {
  id: string
  fileName: string
  kindLabel: string
  /** An instant, ISO 8601. */
  importedAt: string
  importedBy: string
  status: ImportStatus
}
