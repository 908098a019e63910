import './board.css'
import { Page } from '../ui/Page.tsx'
import { boardText as text } from './board.text.ts'
import { FiguresPart } from './figures-part.page.tsx'
import { PromisesPart } from './promises-part.page.tsx'
import { QuestionsPart } from './questions-part.page.tsx'
import { ReportsPart } from './reports-part.page.tsx'

/** What the committee reads, and what it may ask. Made for a phone first: lists, and links between the parts. */
export const BoardPage = () => (
  <Page title={text.title} lead={text.lead}>
    <nav aria-label={text.parts}>
      <ul className="board-parts">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
    {parts.map(({ id, Content }) => (
      <div key={id} id={id} tabIndex={-1} className="board-part">
        <Content />
      </div>
    ))}
  </Page>
)

const parts = [
  { id: 'rapporter', title: text.reports, Content: ReportsPart },
  { id: 'nyckeltal', title: text.figures, Content: FiguresPart },
  { id: 'loften', title: text.promises, Content: PromisesPart },
  { id: 'fragor', title: text.questions, Content: QuestionsPart },
]
