import './promises.css'
import { type ReactNode, useState } from 'react'

/** Something to open when it is needed: what it takes is not fetched before. */
export function Unfold({ title, label, children }: { title: string; label?: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="promises-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary {...(label && { 'aria-label': label })}>{title}</summary>
      {isOpen && children}
    </details>
  )
}
