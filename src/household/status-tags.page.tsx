import type { PathView } from '../pathway/path-view.ts'
import { Tag } from '../ui/Tag.tsx'
import type { Month } from '../values/month.ts'
import { statusTagText as text } from './household.text.ts'
import { PartLink, type Parts } from './parts.page.tsx'
import { statuses } from './status.text.ts'

type TagsProps = { view: PathView; lastMonth: Month | null; parts: Parts }

/** Where the household stands and what is late, each a link to where it is seen to. */
export const StatusTags = ({ view, lastMonth, parts }: TagsProps) => (
  <ul className="household-statuses" aria-label={text.label}>
    {statuses(view, lastMonth).map(({ tone, text: words, part }) => {
      const tag = <Tag tone={tone}>{words}</Tag>
      return (
        <li key={words}>
          {part ? (
            <PartLink parts={parts} part={part}>
              {tag}
            </PartLink>
          ) : (
            tag
          )}
        </li>
      )
    })}
  </ul>
)
