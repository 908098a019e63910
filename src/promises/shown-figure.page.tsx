import './promises.css'
import { inlineText } from '../reports/reports.text.ts'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { KnownFigure } from './known-figure.ts'
import type { Progress } from './promise.ts'
import { promisesText as text } from './promises.text.ts'

/** A figure with its name, the months it is of, and its definition one press away. */
export const ShownFigure = ({ figure }: { figure: KnownFigure }) => (
  <span className="promises-figure">
    <span>
      {text.named(figure.name, figure.from, figure.to)}: <strong>{inlineText([figure.cell])}</strong>
    </span>
    <DefinitionButton definition={figure.definition} />
  </span>
)

/** Baseline → now → target, and whether it is reached. */
export const ProgressLine = ({ progress }: { progress: Progress }) => (
  <dl className="promises-progress">
    <div>
      <dt>{text.progress.baseline}</dt>
      <dd>{progress.baseline ? inlineText([progress.baseline]) : text.progress.noBaseline}</dd>
    </div>
    <div>
      <dt>{text.progress.now}</dt>
      <dd className="promises-now">{inlineText([progress.figure.cell])}</dd>
    </div>
    <div>
      <dt>{text.progress.target}</dt>
      <dd>
        {text.progress[progress.direction]} {inlineText([progress.target])}
      </dd>
    </div>
  </dl>
)

export const ReachedTag = ({ isReached }: Pick<Progress, 'isReached'>) =>
  isReached === null ? (
    <Tag>{text.progress.unknown}</Tag>
  ) : (
    <Tag tone={isReached ? 'good' : 'neutral'}>{isReached ? text.progress.reached : text.progress.notReached}</Tag>
  )

/** The figure's name with its definition, for beside a line of progress. */
export const FigureName = ({ figure }: { figure: KnownFigure }) => (
  <span className="promises-figure">
    <span>{text.named(figure.name, figure.from, figure.to)}</span>
    <DefinitionButton definition={figure.definition} />
  </span>
)
