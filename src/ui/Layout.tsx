import './Layout.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Toasts } from './Toast.tsx'
import { uiText } from './ui.text.ts'

export type NavigationLink = { to: string; label: string }

type AppShellProps = {
  municipality: string
  /** What everybody must know while they work here; null for nothing. */
  notice: string | null
  userName: string
  roleLabel: string
  links: NavigationLink[]
  onSignOut: () => void
  children: ReactNode
}

/** The frame around every page after sign-in. */
export const AppShell = ({ municipality, notice, userName, roleLabel, links, onSignOut, children }: AppShellProps) => (
  <div className="shell">
    <a href="#content" className="skip-link">
      {uiText.skipToContent}
    </a>
    <header className="shell-header">
      <span className="shell-product">{uiText.product}</span>
      <span className="shell-municipality">{municipality}</span>
      {notice && <span className="shell-notice">{notice}</span>}
      <span className="shell-user">
        <span>
          {userName} <span className="muted">· {roleLabel}</span>
        </span>
        <Button size="small" onPress={onSignOut}>
          {uiText.signOut}
        </Button>
      </span>
    </header>
    <nav className="shell-navigation" aria-label={uiText.mainNavigation}>
      <ul>
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="shell-link">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
    <main id="content" tabIndex={-1} className="shell-content">
      {children}
    </main>
    <Toasts />
  </div>
)
