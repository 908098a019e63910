import './Notice.css'
import type { ReactNode } from 'react'
import { uiText } from './ui.text.ts'

export type NoticeKind = 'info' | 'good' | 'warning' | 'bad'

type NoticeProps = {
  kind?: NoticeKind
  title?: string
  /** What it means and what to do. */
  children: ReactNode
  /** A button or link that does it. */
  action?: ReactNode
}

/** A message in the page. An error is read out at once; the others wait their turn. The kind is written, not only coloured. */
export const Notice = ({ kind = 'info', title, children, action }: NoticeProps) => (
  <div className={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : 'note'}>
    <div className="notice-text">
      <strong>{title ?? uiText.kind[kind]}</strong>
      <div>{children}</div>
    </div>
    {action && <div className="notice-action">{action}</div>}
  </div>
)
