import { Tag } from '../ui/Tag.tsx'
import { findingText, writingText as text } from './report-writing.text.ts'
import { focusText } from './text-place.page.tsx'
import type { Finding } from './writing-view.ts'

/** What there is to see to, what stops the signing first; each leads to its place. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const stops = findings.filter((each) => each.stops)
  const asks = findings.filter((each) => !each.stops)
  if (findings.length === 0) return <p>{text.findingsNone}</p>
  return (
    <div className="stack">
      {stops.length > 0 && <FindingList title={text.findingsStop} findings={stops} />}
      {asks.length > 0 && <FindingList title={text.findingsAsk} findings={asks} />}
    </div>
  )
}

const FindingList = ({ title, findings }: { title: string; findings: readonly Finding[] }) => (
  <section className="stack">
    <h3>{title}</h3>
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.key}>
          <Tag tone={finding.stops ? 'warning' : 'neutral'}>{findingText.kind[finding.kind]}</Tag> {finding.text}{' '}
          <FindingLink finding={finding} />
        </li>
      ))}
    </ul>
  </section>
)

const FindingLink = ({ finding: { part, section } }: { finding: Finding }) =>
  part === null ? null : (
    <a
      href={`#${part}`}
      onClick={(event) => {
        event.preventDefault()
        focusText(part)
      }}
    >
      {text.goTo(section)}
    </a>
  )
