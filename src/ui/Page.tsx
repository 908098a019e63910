import './Page.css'
import { type ReactNode, useEffect } from 'react'
import { uiText } from './ui.text.ts'

type PageProps = {
  title: string
  /** One or two sentences on what the page shows. */
  lead?: ReactNode
  /** Buttons to the right of the title. */
  actions?: ReactNode
  /** A link up, above the title. */
  above?: ReactNode
  children: ReactNode
}

/** A page's frame: names the window as well, so that tabs and screen readers tell pages apart. */
export function Page({ title, lead, actions, above, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – ${uiText.product}`
  }, [title])
  return (
    <div className="page">
      {above && <div className="page-above">{above}</div>}
      <header>
        <div className="page-header">
          <h1>{title}</h1>
          {actions && <div className="page-actions">{actions}</div>}
        </div>
        {lead && <p className="page-lead">{lead}</p>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = { title: string; aside?: ReactNode; children: ReactNode }

/** A titled surface on a page. */
export const Section = ({ title, aside, children }: SectionProps) => (
  <section className="panel stack">
    <div className="section-header">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)
