import type { ReactNode } from 'react'
import { partAnchor, partText } from './household.text.ts'

export type PartName = Exclude<keyof typeof partText, 'label'>

/** The parts of the page in their order. */
export const partNames = [
  'timeline',
  'mapping',
  'plan',
  'referrals',
  'notes',
  'sharing',
  'whoSees',
  'closing',
  'tables',
  'history',
] as const satisfies PartName[]

/** The way within the page: plain links to its parts. */
export const PartLinks = () => (
  <nav className="household-links" aria-label={partText.label}>
    <ul>
      {partNames.map((name) => (
        <li key={name}>
          <a href={`#${partAnchor[name]}`}>{partText[name]}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** A part that a link leads to, and that takes the focus when it does. */
export const Part = ({ id, children }: { id: PartName; children: ReactNode }) => (
  <div id={partAnchor[id]} tabIndex={-1} className="household-part">
    {children}
  </div>
)
