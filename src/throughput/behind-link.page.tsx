import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Figure } from './rows-behind.page.tsx'
import type { Asked } from './throughput-view.ts'

type BehindLinkProps = {
  asked: Asked
  figure: Figure
  /** What the figure counts, as the route asks for it. */
  of: Record<string, string>
  children: ReactNode
}

/** From a count to the rows behind it. */
export const BehindLink = ({ asked: { from, to, change, unit }, figure, of, children }: BehindLinkProps) => (
  <Link to="/ledning/bakom" search={{ figure, from, to, change, ...(unit && { unit }), ...of }}>
    {children}
  </Link>
)
