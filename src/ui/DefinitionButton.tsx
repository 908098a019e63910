import './DefinitionButton.css'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
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

/** A figure's definition, one press away from the figure. */
export const DefinitionButton = ({ definition }: { definition: ShownDefinition }) => (
  <DialogTrigger>
    <Button className="definition-button" aria-label={uiText.definitionOf(definition.name)}>
      i
    </Button>
    <Popover className="popover definition-popover">
      <Dialog className="definition">
        <Heading slot="title" level={2}>
          {definition.name}
        </Heading>
        <p>{definition.definition}</p>
        <dl>
          <Item term={text.numerator} value={definition.numerator} />
          <Item term={text.denominator} value={definition.denominator} />
          <Item term={text.source} value={definition.source} />
          <Item term={text.version} value={String(definition.version)} />
        </dl>
      </Dialog>
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
