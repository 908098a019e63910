import './comparison.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { definitionOfTable } from '../analysis/figure-value.page.tsx'
import { get } from '../ui/api.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { comparisonText as text } from './comparison.text.ts'
import type { ComparisonView, ShownFigure } from './comparison-view.ts'
import { themeText } from './key-figures.text.ts'
import { ComparedTable, OverviewTables } from './overview.page.tsx'
import { PeersSection } from './peers.page.tsx'
import { populationText } from './population.text.ts'
import { ReferenceFileSection } from './reference-file.page.tsx'

/** Our own figures beside those that are published. The key figure that is shown stands in the address. */
export function ComparisonPage() {
  const [address, change] = useUrlState()
  const asked = { figure: address['nyckeltal'] }
  const query = useQuery({
    queryKey: ['comparison', asked],
    queryFn: ({ signal }) => get<ComparisonView>('/api/comparison', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded query={query} what={text.what}>
        {(view) => (
          <div className="stack" aria-busy={query.isPlaceholderData}>
            {view.retrieved === null ? (
              <Notice title={text.emptyTitle}>{view.mayRead ? text.empty : text.emptyForBoard}</Notice>
            ) : (
              <Compared view={view} retrieved={view.retrieved} onChoose={(nyckeltal) => change({ nyckeltal })} />
            )}
            <Official view={view} />
            {view.population.rows.length > 0 ? (
              <FigureTableSection table={view.population} rowHeader={text.column.year} />
            ) : (
              <Section title={view.population.name}>
                <p>{populationText.none}</p>
              </Section>
            )}
            {view.retrieved !== null && (
              <PeersSection
                view={view}
                isEditing={address['urval'] === 'andra'}
                onEdit={(isEditing) => change({ urval: isEditing ? 'andra' : '' })}
              />
            )}
            {view.mayRead && <ReferenceFileSection />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

type ComparedProps = {
  view: ComparisonView
  retrieved: NonNullable<ComparisonView['retrieved']>
  onChoose: (id: string) => void
}

function Compared({ view, retrieved, onChoose }: ComparedProps) {
  const { shown, choices, overview, expected } = view
  const [place, fromTable] = useFocusAfterChoice(shown?.id)
  return (
    <>
      {view.madeUp && (
        <Notice kind="warning" title={text.madeUpTitle}>
          {text.madeUp}
        </Notice>
      )}
      <p className="muted">{text.retrieved(retrieved.latest, retrieved.oldest)}</p>
      <section ref={place} tabIndex={-1} className="stack comparison-shown" aria-label={text.chooseKeyFigure}>
        <Select
          label={text.chooseKeyFigure}
          value={shown?.id ?? ''}
          options={choices.map(({ id, name, theme }) => ({ value: id, label: `${themeText[theme]}: ${name}` }))}
          onChange={onChoose}
        />
        {shown && <Shown shown={shown} />}
      </section>
      <Section title={text.overview}>
        <p>{overview.sentence}</p>
        <OverviewTables
          overview={overview}
          choices={choices}
          onChoose={(id) => {
            fromTable.current = true
            onChoose(id)
          }}
        />
      </Section>
      {expected.rows.length > 0 ? (
        <FigureTableSection table={expected} rowHeader={text.column.year} />
      ) : (
        <Section title={expected.name}>
          <p>{text.expected.none}</p>
        </Section>
      )}
    </>
  )
}

const Shown = ({ shown }: { shown: ShownFigure }) => (
  <>
    <div aria-live="polite">
      <Figure
        chart={shown.chart}
        definition={definitionOfTable(shown.years)}
        table={<ComparedTable table={shown.years} rowHeader={text.column.year} />}
        notes={[`${text.difference}: ${shown.difference}`]}
        isWide
      />
    </div>
    {shown.places && (
      <Section title={shown.places.name} aside={<DefinitionButton definition={definitionOfTable(shown.places)} />}>
        <ComparedTable table={shown.places} rowHeader={text.column.place} />
      </Section>
    )}
  </>
)

function Official({ view }: { view: ComparisonView }): ReactNode {
  if (view.official.rows.length > 0) return <FigureTableSection table={view.official} rowHeader={text.column.year} />
  return (
    <Section title={view.official.name}>
      <p>{view.mayEdit ? text.official.none : text.official.noneForBoard}</p>
    </Section>
  )
}

/** A key figure chosen in the table below is shown above: the focus follows it there, and stays in the list otherwise. */
function useFocusAfterChoice(shown: string | undefined) {
  const place = useRef<HTMLElement>(null)
  const fromTable = useRef(false)
  useEffect(() => {
    if (!fromTable.current) return
    fromTable.current = false
    place.current?.focus()
    place.current?.scrollIntoView({ block: 'start' })
  }, [shown])
  return [place, fromTable] as const
}
