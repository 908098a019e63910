import { parseMonth } from '../values/month.ts'
import { layoutText as text, ownValueText } from './layout.text.ts'
import { faultsInLayout, ownCodesOf, type LayoutBody, type LayoutBodyField } from './layout-schema.ts'

/** A field as it is typed: nothing is lost before it is saved. `id` stays when fields change places. */
export type TypedField = Pick<LayoutBodyField, 'name' | 'value' | 'missing'> & {
  id: number
  width: string
  codes: string
}
export type TypedLayout = Pick<LayoutBody, 'from' | 'source' | 'isChecked' | 'form' | 'hasHeader' | 'encoding'> & {
  fields: TypedField[]
}

export type LayoutErrors = { from?: string; source?: string; fields: Partial<Record<number, FieldErrors>> }
export type FieldErrors = { name?: string; value?: string; width?: string; codes?: string }

export const typedLayout = ({ fields, ...rest }: LayoutBody): TypedLayout => ({
  ...{ from: rest.from, source: rest.source, isChecked: rest.isChecked },
  ...{ form: rest.form, hasHeader: rest.hasHeader, encoding: rest.encoding },
  fields: fields.map(({ name, value, missing, width, codes }, id) => ({
    ...{ id, name, value, missing, width: String(width) },
    codes: Object.entries(codes ?? {})
      .map(([own, code]) => `${ownValueText(value, own)} = ${code}`)
      .join('\n'),
  })),
})

export function layoutOfTyped({ fields, ...rest }: TypedLayout): LayoutBody {
  return {
    ...rest,
    source: rest.source.trim(),
    fields: fields.map(({ name, value, missing, width, codes }) => {
      const pairs = linesOf(codes).map((line) => line.split('=').map((part) => part.trim()))
      return {
        ...{ name: name.trim(), value, missing, width: Number(width) },
        ...(pairs.length > 0 && {
          codes: Object.fromEntries(pairs.map(([own = '', code = '']) => [ownOfText(value, own), code])),
        }),
      }
    }),
  }
}

/** The value that is written in words; what stands for no value as it is, to be told of. */
const ownOfText = (value: TypedField['value'], words: string): string =>
  ownCodesOf(value)?.find((own) => ownValueText(value, own).toLowerCase() === words.toLowerCase()) ?? words

const linesOf = (codes: string) => codes.split('\n').filter((line) => line.trim() !== '')
const isPair = (line: string) => /^\s*[^\s=][^=]{0,99}=\s*[A-Za-z0-9_]{1,60}\s*$/.test(line)

/** Everything that stops the layout from being saved, by the field's id. `taken` are months that have a layout of their own already. */
export function errorsInTyped(typed: TypedLayout, taken: readonly string[]): LayoutErrors {
  const errors: LayoutErrors = { fields: {} }
  if (!parseMonth(typed.from)) errors.from = text.form.fromWrong
  else if (taken.includes(typed.from)) errors.from = text.form.fromTaken
  if (typed.source.trim() === '') errors.source = text.form.sourceMissing
  const set = (id: number, place: keyof FieldErrors, said: string) => {
    errors.fields[id] = { [place]: said, ...errors.fields[id] }
  }
  for (const { id, width, codes } of typed.fields) {
    if (!/^([1-9]|[1-5]\d|60)$/.test(width)) set(id, 'width', text.field.widthWrong)
    const wrong = linesOf(codes).findIndex((line) => !isPair(line))
    if (wrong >= 0) set(id, 'codes', text.field.codesWrong(wrong + 1))
  }
  for (const fault of faultsInLayout(layoutOfTyped(typed))) {
    const field = typed.fields[fault.at]
    if (field) set(field.id, placeOf[fault.kind], text.fault(fault))
  }
  return errors
}

const placeOf = {
  'name-wrong': 'name',
  'name-taken': 'name',
  'value-taken': 'value',
  'too-narrow': 'width',
  'code-too-long': 'codes',
  'code-twice': 'codes',
  'code-of-nothing': 'codes',
} as const

export const countOf = ({ from, source, fields }: LayoutErrors): number =>
  [from, source].filter(Boolean).length +
  Object.values(fields).reduce((sum, each) => sum + Object.keys(each ?? {}).length, 0)
