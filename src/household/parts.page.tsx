import { Link } from '@tanstack/react-router'
import { Activity, type ReactNode, useEffect, useRef } from 'react'
import { useShortcut } from '../ui/shortcut.ts'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { partAnchor, type PartName, partText } from './household.text.ts'

/** The parts of the page in their order; the number of its place is the key that shows a part. */
export const partNames = [
  'mapping',
  'plan',
  'referrals',
  'notes',
  'sharing',
  'closing',
  'tables',
  'history',
  'all',
] as const satisfies PartName[]

export type Parts = {
  chosen: PartName
  /** Shows a part and puts the focus on it. */
  show: (part: PartName) => void
}

/** The one part that is shown, kept in the address: `?del=anteckningar`. */
export function useParts(): Parts {
  const [address, change] = useUrlState()
  const chosen = partIn(address)
  const isOnItsWay = useRef(false)
  useEffect(() => {
    if (isOnItsWay.current) focusOn(chosen)
    isOnItsWay.current = false
  }, [chosen])
  const show = (part: PartName) => {
    if (part === chosen) return focusOn(part)
    isOnItsWay.current = true
    change({ del: partAnchor[part] })
  }
  return { chosen, show }
}

/** A form that is open, or a table that is asked for, is in sight also when the address names no part. */
export function partIn({ del, redigera, flik }: UrlState): PartName {
  const named = partNames.find((name) => partAnchor[name] === del)
  if (named) return named
  if (redigera) return partOfForm[redigera.split('-')[0]!] ?? 'plan'
  return flik ? 'tables' : 'plan'
}

const partOfForm: Record<string, PartName> = { mapping: 'mapping', af: 'mapping', closing: 'closing' }

/** Scrolls only when the part would be out of sight. */
function focusOn(part: PartName): void {
  const place = document.getElementById(partAnchor[part])
  place?.focus({ preventScroll: true })
  const top = place?.getBoundingClientRect().top ?? 0
  if (top < 0 || top > window.innerHeight / 2) place?.scrollIntoView()
}

type PartLinksProps = { parts: Parts; counts: Partial<Record<PartName, number>> }

/** The way within the page, with how much each part holds. */
export const PartLinks = ({ parts, counts }: PartLinksProps) => (
  <nav className="household-links" aria-label={partText.label}>
    <ul>
      {partNames.map((name, at) => (
        <li key={name}>
          <PartLink parts={parts} part={name}>
            {partText[name]}
            {counts[name] ? <span className="household-count">{counts[name]}</span> : null}
          </PartLink>
          <Shortcut character={String(at + 1)} run={() => parts.show(name)} />
        </li>
      ))}
    </ul>
    <p className="household-links-hint">{partText.hint(partNames.length)}</p>
  </nav>
)

function Shortcut({ character, run }: { character: string; run: () => void }) {
  useShortcut(character, run)
  return null
}

type PartLinkProps = { parts: Parts; part: PartName; children: ReactNode }

/** A true link, so that a part can be opened beside; a plain click also moves the focus there. */
export const PartLink = ({ parts, part, children }: PartLinkProps) => (
  <Link
    to="."
    search={(before: UrlState) => ({ ...before, del: partAnchor[part] })}
    {...(parts.chosen === part && { 'aria-current': 'true', 'data-chosen': true })}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      parts.show(part)
    }}
  >
    {children}
  </Link>
)

/** What is begun in a part stays there while another is looked at. */
export const Part = ({ parts: { chosen }, id, children }: { parts: Parts; id: PartName; children: ReactNode }) => (
  <Activity mode={chosen === id || chosen === 'all' ? 'visible' : 'hidden'}>
    <div id={partAnchor[id]} tabIndex={-1} className="household-part">
      {children}
    </div>
  </Activity>
)
