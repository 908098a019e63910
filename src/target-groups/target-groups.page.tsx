import './target-groups.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import type { LineChartDefinition } from '../charts/chart.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Figure } from '../ui/chart/Figure.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatShare } from '../values/format.ts'
import { HouseholdList } from './household-list.page.tsx'
import { askedOf, RankingFilters } from './ranking-filters.page.tsx'
import { SaveGroup } from './save-group.page.tsx'
import type { GroupList, RankingView } from './target-groups-view.ts'
import { groupsText, rankingText as text, saveText } from './target-groups.text.ts'

/** The groups there are, and a ranking of the households from which the next is made. */
export function TargetGroupsPage() {
  const list = useQuery({
    queryKey: ['target-groups', 'list'],
    queryFn: ({ signal }) => get<GroupList>('/api/target-groups', {}, signal),
  })
  return (
    <Page title={groupsText.title} lead={groupsText.lead}>
      <Loaded query={list} what={groupsText.what}>
        {(found) => <Groups list={found} />}
      </Loaded>
      <Ranking />
    </Page>
  )
}

const Groups = ({ list }: { list: GroupList }) => (
  <Section title={groupsText.list}>
    {list.rows.length === 0 ? (
      <p>{list.mayEdit ? groupsText.none : groupsText.nobodyMade}</p>
    ) : (
      <Table
        caption={groupsText.list}
        hideCaption
        rowHeader={groupsText.columns.name}
        columns={[
          { id: 'members', label: groupsText.columns.members },
          { id: 'kind', label: groupsText.columns.kind, numeric: false },
          { id: 'exclusive', label: groupsText.columns.exclusive, numeric: false },
          { id: 'project', label: groupsText.columns.project, numeric: false },
        ]}
        rows={list.rows.map((row) => ({
          id: row.key,
          label: (
            <>
              <Link to="/malgrupper/$key" params={{ key: row.key }}>
                {row.name}
              </Link>{' '}
              {row.restricted && <Tag tone="warning">{groupsText.restricted}</Tag>}
            </>
          ),
          note: row.purpose,
          cells: [
            row.members ?? groupsText.asked,
            <span key="kind" className="groups-day">
              {row.frozenOn ? groupsText.frozenOn(row.frozenOn) : groupsText.kind[row.kind]}
            </span>,
            row.exclusive ? groupsText.yes : groupsText.no,
            row.project ?? text.notKnown,
          ],
        }))}
      />
    )}
    {list.closedToYou > 0 && <p className="groups-note">{groupsText.closedToYou(list.closedToYou)}</p>}
    {list.overlaps.length > 0 && (
      <>
        <h3>{groupsText.overlapsTitle}</h3>
        <ul className="groups-history">
          {list.overlaps.map(({ one, other, households }) => (
            <li key={`${one} ${other}`}>{groupsText.overlap(one, other, households)}</li>
          ))}
        </ul>
      </>
    )}
  </Section>
)

function Ranking() {
  const [address, change] = useUrlState()
  const asked = askedOf(address)
  const query = useQuery({
    queryKey: ['target-groups', 'ranking', asked],
    queryFn: ({ signal }) => get<{ ranking: RankingView | null }>('/api/target-groups/ranking', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query} what={groupsText.whatRanking}>
      {({ ranking }) =>
        ranking ? (
          <div className="page" aria-busy={query.isPlaceholderData}>
            <Section title={text.title}>
              <RankingFilters view={ranking} address={address} onChange={change} />
              <Chosen view={ranking} />
            </Section>
            {ranking.chosen > 0 && (
              <>
                <FigureTableSection table={ranking.persons} />
                <Curve view={ranking} />
                <FigureTableSection table={ranking.concentration} />
                <Section title={text.listTitle(ranking.rows.length)}>
                  <HouseholdList
                    caption={text.listTitle(ranking.rows.length)}
                    rows={ranking.rows}
                    unlisted={ranking.unlisted}
                    words={address['sok'] ?? ''}
                    onWords={(sok) => change({ sok })}
                  />
                </Section>
              </>
            )}
          </div>
        ) : (
          <Notice title={text.emptyTitle}>{text.empty}</Notice>
        )
      }
    </Loaded>
  )
}

/** What the choice is of all, with its base, and the way to a group. */
function Chosen({ view }: { view: RankingView }) {
  const [isSaving, setSaving] = useState(false)
  if (view.chosen === 0) return <Notice title={text.nobodyTitle}>{text.nobody}</Notice>
  return (
    <>
      <div role="status" className="groups-sentence">
        <p>{view.sentence}</p>
        <p className="groups-note">{view.base}</p>
      </div>
      {view.mayEdit && !isSaving && (
        <div className="groups-actions">
          <Button kind="primary" onPress={() => setSaving(true)}>
            {saveText.open}
          </Button>
        </div>
      )}
      {isSaving && <SaveGroup rule={view.rule} onClose={() => setSaving(false)} />}
    </>
  )
}

/** The cumulative share of the cost, with what it would be if everybody cost the same. */
function Curve({ view: { curve, sentence } }: { view: RankingView }) {
  const chart: LineChartDefinition = {
    ...{ kind: 'line', title: text.chartTitle, description: sentence, unit: 'share', unitLabel: text.chartUnit },
    categoryLabel: text.chartCategory,
    categories: curve.map(({ share }) => ({ label: formatShare(share, 0), tick: formatShare(share, 0) })),
    series: [
      { id: 'cost', name: text.chartSeries, values: curve.map(({ ofCost }) => ofCost) },
      { id: 'even', name: text.chartEven, values: curve.map(({ share }) => share), role: 'reference' },
    ],
  }
  const definition = { name: text.chartTitle, definition: text.chartDefinition, source: text.chartSource, version: 1 }
  return <Figure chart={chart} definition={definition} isWide />
}
