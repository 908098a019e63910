import './Tag.css'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad'

/** A short state in words. The colour only repeats what the text says. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
)
