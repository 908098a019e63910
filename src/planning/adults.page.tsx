import './planning.css'
import type { ReactNode } from 'react'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import type { Scope } from '../pathway/secrecy.ts'
import { headingId } from './open-form.page.tsx'
import { nameOf, planningText } from './planning.text.ts'

type AdultsProps = { view: PathView; place: string; children: (member: PathMember) => ReactNode }

/** What is planned, adult by adult. */
export function Adults({ view, place, children }: AdultsProps) {
  const adults = view.members.filter(({ role }) => role !== 'child')
  if (adults.length === 0) return <p className="muted">{planningText.noAdults}</p>
  return adults.map((member) => (
    <div key={member.id} className="planning-person">
      <h3 id={headingId(`${place}-${member.id}`)} tabIndex={-1}>
        {nameOf(member)}
      </h3>
      {children(member)}
    </div>
  ))
}

/** Whether the viewer belongs to another committee and no ground opens this for the person: then "none" would be untrue. */
export const isHidden = ({ open }: PathView, personId: number, scope: Scope): boolean =>
  open !== null && !open.some((each) => each.personId === personId && each.scope === scope)
