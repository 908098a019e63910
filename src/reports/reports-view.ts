import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'

/** Answers of the routes, as pages get them. */

/** A report that there is: of the program's templates, or the municipality's own. */
export type TemplateChoice = { key: string; name: string; purpose: string; isOwn: boolean }

/** How a municipality's reports look: an entry of the catalogue. */
export type LookEntry = CatalogueBody<'report-look'>

/** How reports look now; saved through `PUT /api/catalogue/report-look/standard`. `seen` is 0 while nobody has said anything. */
export type LookView = { seen: number; look: LookEntry | null; mayEdit: boolean }
