import './DefinitionButton.css'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import { uiText } from './ui.text.ts'

export type ShownDefinition = {
  name: string
  definition: string
  /** Left out for a plain count. */
  numerator?: string
  denominator?: string
  source: string
  version: number
}

const text = uiText.definition

/**
 * A figure's definition, one press away from the figure.
 *
 * The popover is itself the dialog, named by its button: a dialog inside it would leave its closing buttons outside.
 */
export const DefinitionButton = ({ definition }: { definition: ShownDefinition }) => (
  <DialogTrigger>
    <Button className="definition-button" aria-label={uiText.definitionOf(definition.name)}>
      i
    </Button>
    <Popover className="popover definition-popover">
      <div className="definition">
        <h2>{definition.name}</h2>
        <p>{definition.definition}</p>
        <dl>
          <Item term={text.numerator} value={definition.numerator} />
          <Item term={text.denominator} value={definition.denominator} />
          <Item term={text.source} value={definition.source} />
          <Item term={text.version} value={String(definition.version)} />
        </dl>
      </div>
    </Popover>
  </DialogTrigger>
)

const Item = ({ term, value }: { term: string; value: string | undefined }) =>
  value ? (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  ) : null
