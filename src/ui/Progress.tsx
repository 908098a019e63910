import './Progress.css'
import { Label, ProgressBar } from 'react-aria-components'
import { formatShare } from '../values/format.ts'

type ProgressProps = {
  label: string
  /** 0–1; without it the bar only says that work goes on. */
  share?: number
  /** What has been done so far, in words: `12 000 av 40 000 rader`. */
  text?: string
}

export const Progress = ({ label, share, text }: ProgressProps) => {
  const said = text ?? (share === undefined ? '' : formatShare(share, 0))
  return (
    <ProgressBar
      className="progress"
      isIndeterminate={share === undefined}
      value={(share ?? 0) * 100}
      {...(said && { valueLabel: said })}
    >
      <Label>{label}</Label>
      <span className="progress-text">{said}</span>
      <div className="progress-track">
        <div className="progress-fill" style={share === undefined ? {} : { width: `${Math.round(share * 100)}%` }} />
      </div>
    </ProgressBar>
  )
}
