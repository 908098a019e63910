import { useQuery } from '@tanstack/react-query'
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { get } from '../ui/api.ts'
import { formText as text } from './form.text.ts'
import type { FigureChoice, PromiseChoices } from './promises-view.ts'

export const useChoices = () =>
  useQuery({
    queryKey: ['promises', 'choices'],
    queryFn: ({ signal }) => get<PromiseChoices>('/api/promises/choices', {}, signal),
    staleTime: 60_000,
  })

type FigureFieldProps = {
  label: string
  figures: readonly Pick<FigureChoice, 'address' | 'name' | 'now'>[]
  /** The address; '' for none. */
  value: string
  onChange: (address: string) => void
  description?: string
  error?: string | null
}

/** A figure chosen by its name: some letters of it, then the arrows. An address that is not there any more stays as it was. */
export function FigureField({ label, figures, value, onChange, description, error }: FigureFieldProps) {
  const isKnown = value === '' || figures.some(({ address }) => address === value)
  const options = isKnown ? figures : [{ address: value, name: value, now: '' }, ...figures]
  const chosen = options.find(({ address }) => address === value)
  return (
    <ComboBox
      className="field field-wide"
      defaultItems={options}
      value={value || null}
      onChange={(key) => onChange(key === null ? '' : String(key))}
      defaultFilter={hasEveryWord}
      isInvalid={Boolean(error)}
      menuTrigger="input"
    >
      <Label>{label}</Label>
      <Input className="field-input" placeholder={text.noFigure} />
      <Text slot="description" className="field-description">
        {chosen?.now ? text.figureNow(chosen.now) : (description ?? text.figureHelp)}
      </Text>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox<(typeof options)[number]> className="options">
          {({ address, name, now }) => (
            <ListBoxItem id={address} textValue={name} className="option">
              <span className="option-label">
                <span>{name}</span>
                <span className="option-count">{now}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function hasEveryWord(name: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/)
  return words.every((word) => name.toLowerCase().includes(word))
}
