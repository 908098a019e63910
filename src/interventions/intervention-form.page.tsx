import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { interventionKinds } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { addDays, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { parseKronor } from '../values/money.ts'
import { formText } from './intervention-form.text.ts'
import { priceInWords, priceText } from './interventions.text.ts'
import { WithError } from './with-error.page.tsx'

type Body = CatalogueBody<'intervention'>

/** What is typed, as text: nothing is lost or rounded until it is saved. */
type Typed = { [Field in Exclude<keyof Body, 'price'>]: string } & { model: Body['price']['model']; amount: string }

/** Changes an intervention, or adds one. Every saving is a new version; who was second is told and keeps the text. */
export function InterventionForm({ entry }: { entry: CatalogueEntry<'intervention'> | null }) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(entry?.body ?? null))
  const [isTried, setTried] = useState(false)
  const navigate = useNavigate()
  const errors = errorsIn(typed)
  const save = useSaveEntry('intervention', ['interventions', 'employers', 'catalogue'], (key) => {
    if (!entry) void navigate({ to: '/insatser/$key', params: { key } })
  })
  const submit = () => {
    setTried(true)
    if (Object.keys(errors).length > 0) return
    const before = entry?.body ?? null
    save.mutate({
      key: entry?.key ?? keyOf(typed.name),
      seen: entry?.version ?? 0,
      body: bodyOf(typed, before),
      said: formText.saved,
      before,
    })
  }
  const set = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value })
  const common = (name: keyof Typed, label: string, description?: string) => ({
    label,
    value: typed[name],
    onChange: set(name),
    error: isTried ? (errors[name] ?? null) : null,
    ...(description && { description }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <div className="interventions-form">
        <TextField {...common('name', formText.name)} />
        <Select
          label={formText.kind}
          value={typed.kind}
          options={Object.entries(interventionKinds).map(([value, label]) => ({ value, label }))}
          onChange={set('kind')}
        />
        <TextArea {...common('purpose', formText.purpose)} />
        <TextArea {...common('targetGroup', formText.targetGroup)} />
        <TextField {...common('provider', formText.provider)} />
        <UnitSelect value={typed.unit} onChange={set('unit')} error={isTried ? (errors.unit ?? null) : null} />
        <TextField {...common('places', formText.places, formText.placesHelp)} />
        <TextField {...common('weeks', formText.weeks, formText.weeksHelp)} />
        <Select
          label={formText.priceModel}
          value={typed.model}
          options={Object.entries(priceText).map(([value, label]) => ({ value, label }))}
          onChange={set('model')}
        />
        {typed.model !== 'free' && (
          <TextField {...common('amount', formText.price, typed.model === 'fixed' ? formText.fixedHelp : undefined)} />
        )}
        <TextArea {...common('goals', formText.goals, formText.goalsHelp)} rows={4} />
        <TextField {...common('priority', formText.priority, formText.priorityHelp)} />
        <TextField {...common('from', formText.from)} placeholder={formText.day} />
        <TextField {...common('until', formText.until, formText.untilHelp)} placeholder={formText.day} />
      </div>
      <YearCost typed={typed} />
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {formText.save}
        </Button>
        <span className="interventions-note">{formText.keys}</span>
      </div>
    </form>
  )
}

type UnitSelectProps = { value: string; onChange: (value: string) => void; error: string | null }

function UnitSelect({ value, onChange, error }: UnitSelectProps) {
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => get<{ units: { id: string; name: string }[] }>('/api/units', {}, signal),
    staleTime: 600_000,
  })
  const known = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const isMissing = value !== '' && !known.some((unit) => unit.value === value)
  return (
    <WithError error={error}>
      <Select
        label={formText.unit}
        value={value}
        options={[{ value: '', label: formText.chooseUnit }, ...known, ...(isMissing ? [{ value, label: value }] : [])]}
        onChange={onChange}
      />
    </WithError>
  )
}

/** The receipt while one writes: what a year costs with this price. */
function YearCost({ typed }: { typed: Typed }) {
  const ore = parseKronor(typed.amount)
  const places = Number(typed.places)
  if (ore === null || typed.model !== 'per-place-month' || !places) return null
  const yearOre = places * ore * 12
  const formula = formText.yearFormula(places, priceInWords({ model: 'per-place-month', ore }))
  return (
    <p role="status" className="referral-choice">
      {formText.yearCost(formula, yearOre)}
    </p>
  )
}

const typedOf = (body: Body | null): Typed => ({
  name: body?.name ?? '',
  purpose: body?.purpose ?? '',
  targetGroup: body?.targetGroup ?? '',
  kind: body?.kind ?? 'work-training',
  provider: body?.provider ?? '',
  unit: body?.unit ?? '',
  places: String(body?.places ?? ''),
  weeks: String(body?.weeks ?? ''),
  model: body?.price.model ?? 'per-place-month',
  amount: body ? String(body.price.ore / 100).replace('.', ',') : '',
  goals: body?.goals.map(({ text }) => text).join('\n') ?? '',
  priority: String(body?.priority ?? ''),
  from: body?.from ?? '',
  until: body?.until ? addDays(parseDay(body.until)!, -1) : '',
})

function errorsIn(typed: Typed): Partial<Record<keyof Typed, string>> {
  const wholeOrEmpty = (text: string) => /^\d{0,5}$/.test(text.trim())
  const errors: Partial<Record<keyof Typed, string | false>> = {
    name: !keyOf(typed.name) && formText.needed,
    provider: !typed.provider.trim() && formText.needed,
    unit: !typed.unit.trim() && formText.needed,
    goals: goalLines(typed.goals).length === 0 && formText.needed,
    places: !wholeOrEmpty(typed.places) && formText.notANumber,
    weeks: (!wholeOrEmpty(typed.weeks) || /^0+$/.test(typed.weeks.trim())) && formText.notANumber,
    amount: typed.model !== 'free' && !((parseKronor(typed.amount) ?? -1) >= 0) && formText.notAnAmount,
    priority: !/^[1-9]$/.test(typed.priority.trim()) && formText.notAPriority,
    from: !parseDay(typed.from) && formText.notADay,
    until: typed.until.trim() !== '' && !parseDay(typed.until) && formText.notADay,
  }
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) as Partial<Record<keyof Typed, string>>
}

const goalLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 10)

/** A goal whose words stand keeps its key, so that answers to it still mean the same. */
function bodyOf(typed: Typed, before: Body | null): Body {
  const last = parseDay(typed.until)
  const wholeOf = (text: string) => (text.trim() === '' ? null : Number(text))
  return {
    name: typed.name.trim(),
    purpose: typed.purpose.trim(),
    targetGroup: typed.targetGroup.trim(),
    kind: typed.kind as Body['kind'],
    provider: typed.provider.trim(),
    unit: typed.unit.trim(),
    places: wholeOf(typed.places),
    weeks: wholeOf(typed.weeks),
    price: { model: typed.model, ore: typed.model === 'free' ? 0 : parseKronor(typed.amount)! },
    goals: goalLines(typed.goals).map((text, at) => ({
      key: before?.goals.find((goal) => goal.text === text)?.key ?? `${keyOf(text).slice(0, 50) || 'mal'}-${at + 1}`,
      text,
    })),
    priority: Number(typed.priority),
    from: typed.from,
    until: last && addDays(last, 1),
  }
}
