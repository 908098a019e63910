import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatMoment, formatNumber } from '../values/format.ts'
import { month, monthInWords } from '../values/month.ts'
import { deliveryValueText, layoutText as text } from './layout.text.ts'
import { LayoutForm } from './layout-form.page.tsx'
import { type LayoutBody, positionsOf, remarksOnLayout } from './layout-schema.ts'
import { LayoutVersions } from './layout-versions.page.tsx'
import type { LayoutsView } from './monthly-view.ts'

/** A layout that can be shown: the municipality's own has an entry. `id` stands in the address. */
type Shown = { id: string; layout: LayoutBody; entry: CatalogueEntry<'monthly-layout'> | null }

/** Which layouts the monthly file has had and has, one of them in full, and for those who may the form that changes it. */
export function LayoutsPart() {
  const [{ lage, andra }, change] = useUrlState()
  const isEditing = andra === 'ja'
  const [place, afterForm] = useFocusAfterForm(isEditing)
  const query = useQuery({
    queryKey: ['authority-files', 'layouts'],
    queryFn: ({ signal }) => get<LayoutsView>('/api/authority-files/layouts', {}, signal),
  })
  return (
    <Loaded query={query} what={text.what}>
      {(view) => {
        const all = shownOf(view)
        const shown = all.find(({ id }) => id === lage) ?? all[0]
        const taken = view.own.map(({ key }) => key)
        if (!shown) return null
        return isEditing && view.mayEdit ? (
          <LayoutForm
            key={shown.id}
            layout={shown.layout}
            entry={shown.entry}
            taken={taken}
            onDone={(from) => {
              afterForm.current = true
              change({ andra: '', ...(from && { lage: from }) })
            }}
          />
        ) : (
          <div ref={place} tabIndex={-1} className="stack">
            <List all={all} />
            <OneLayout shown={shown} mayEdit={view.mayEdit} onChange={() => change({ andra: 'ja', lage: shown.id })} />
          </div>
        )
      }}
    </Loaded>
  )
}

/** The form goes when it is saved or left, and the focus with it: it is put on what stands there instead. */
function useFocusAfterForm(isEditing: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const afterForm = useRef(false)
  useEffect(() => {
    if (isEditing || !afterForm.current) return
    afterForm.current = false
    place.current?.focus()
  }, [isEditing])
  return [place, afterForm] as const
}

/** The latest first, the municipality's own before ours. */
const shownOf = ({ own, builtIn }: LayoutsView): Shown[] => [
  ...own
    .map((entry) => ({ id: entry.key, layout: entry.body, entry }))
    .toSorted((one, other) => (one.id > other.id ? -1 : 1)),
  ...builtIn.map((layout) => ({ id: `utfall-${layout.from}`, layout, entry: null })).toReversed(),
]

const originOf = ({ layout, entry }: Shown) =>
  entry ? (layout.isWithdrawn ? text.origin.withdrawn : text.origin.own) : text.origin.builtIn

const List = ({ all }: { all: Shown[] }) => (
  <Section title={text.title}>
    <p>{text.lead}</p>
    <Table
      caption={text.title}
      hideCaption
      rowHeader={text.columns.from}
      columns={[
        { id: 'origin', label: text.columns.origin, numeric: false },
        { id: 'fields', label: text.columns.fields },
        { id: 'checked', label: text.columns.checked, numeric: false },
        { id: 'source', label: text.columns.source, numeric: false },
        { id: 'saved', label: text.columns.saved, numeric: false },
      ]}
      rows={all.map((each) => ({
        id: each.id,
        label: (
          <Link to="/myndigheter" search={{ del: 'uppstallning', lage: each.id }}>
            {monthInWords(month(each.layout.from))}
          </Link>
        ),
        cells: [
          originOf(each),
          formatNumber(each.layout.fields.length),
          each.layout.isChecked ? text.checked.yes : text.checked.no,
          <div key="source" className="authority-households">
            {each.layout.source}
          </div>,
          each.entry ? text.savedBy(formatMoment(new Date(each.entry.savedAt)), each.entry.savedBy) : '',
        ],
      }))}
    />
    <p className="muted">{text.source}</p>
  </Section>
)

type OneLayoutProps = { shown: Shown; mayEdit: boolean; onChange: () => void }

function OneLayout({ shown, mayEdit, onChange }: OneLayoutProps) {
  const { layout, entry } = shown
  const remarks = remarksOnLayout(layout)
  return (
    <>
      <Section
        title={text.shown(monthInWords(month(layout.from)), originOf(shown))}
        aside={mayEdit && <Button onPress={onChange}>{entry ? text.change : text.makeOwn}</Button>}
      >
        <p>{text.facts(layout)}</p>
        {!mayEdit && <p className="muted">{text.mayNot}</p>}
        {remarks.length > 0 && (
          <Notice kind="warning" title={text.remarks}>
            {remarks.map((each) => text.remark(each, (at) => layout.fields[at]?.name ?? '')).join(' ')}
          </Notice>
        )}
        <FieldTable layout={layout} />
        {entry && mayEdit && <Withdraw entry={entry} />}
      </Section>
      {entry && <LayoutVersions entry={entry} mayEdit={mayEdit} />}
    </>
  )
}

function FieldTable({ layout: { fields, form } }: { layout: LayoutBody }) {
  const positions = positionsOf(fields)
  return (
    <Table
      caption={text.fields}
      hideCaption
      rowHeader={text.fieldColumns.name}
      columns={[
        { id: 'value', label: text.fieldColumns.value, numeric: false },
        { id: 'place', label: text.fieldColumns.place, numeric: false },
        { id: 'missing', label: text.fieldColumns.missing, numeric: false },
        { id: 'codes', label: text.fieldColumns.codes },
      ]}
      rows={fields.map(({ name, value, width, missing, codes }, at) => ({
        id: name,
        label: name,
        cells: [
          deliveryValueText[value],
          form === 'fixed' ? text.place(positions[at]!.first, positions[at]!.last) : text.width(width),
          text.missing[missing],
          text.codeCount(Object.keys(codes ?? {}).length),
        ],
      }))}
    />
  )
}

/** Takes an own layout out of use, or into it again; the one before it goes on in the meantime. */
function Withdraw({ entry: { key, version, body } }: { entry: CatalogueEntry<'monthly-layout'> }) {
  const { mutate, isPending } = useSaveEntry('monthly-layout', ['authority-files'])
  const isWithdrawn = body.isWithdrawn === true
  const save = () =>
    mutate(
      {
        ...{ key, seen: version, body: { ...body, isWithdrawn: !isWithdrawn }, before: body },
        said: isWithdrawn ? text.restored : text.withdrawn,
      },
      { onError: ({ message }) => showToast(message) },
    )
  return (
    <div className="row">
      <Button onPress={save} isDisabled={isPending}>
        {isWithdrawn ? text.restore : text.withdraw}
      </Button>
    </div>
  )
}
