import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { Button } from '../ui/Button.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { addDays, type Day } from '../values/day.ts'
import { formatKronor, formatShare, formatThousands } from '../values/format.ts'
import { projectText as text } from './group.text.ts'
import { ProjectForm } from './project-form.page.tsx'
import { CountField } from './ranking-filters.page.tsx'
import { ReadingsSection } from './readings.page.tsx'
import type { BreakEven, GroupView, ProjectView } from './target-groups-view.ts'

type ProjectProps = { view: GroupView; address: UrlState; onChange: (changes: UrlState) => void }

/** The group's project: budget and roles, the goals from baseline to target, what people have read, each tertial, and when it pays for itself. */
export function ProjectSection({ view, address, onChange }: ProjectProps) {
  const { project, mayEdit, entry } = view
  const isEditing = mayEdit && address['flik'] === 'projekt'
  if (entry.body.kind === 'rule') return null
  if (isEditing)
    return (
      <Section title={project ? text.edit : text.add}>
        <ProjectForm key={project?.entry.version ?? 0} view={view} onDone={() => onChange({ flik: '' })} />
      </Section>
    )
  return (
    <>
      <Section
        title={project ? text.title(project.entry.body.name) : text.add}
        aside={
          mayEdit && (
            <Button size="small" onPress={() => onChange({ flik: 'projekt' })}>
              {project ? text.edit : text.add}
            </Button>
          )
        }
      >
        {project ? <Facts project={project} members={view.members} /> : <p>{text.none}</p>}
      </Section>
      {project && (
        <>
          <FigureTableSection table={project.goals} />
          <ReadingsSection
            view={view}
            project={project}
            isAdding={address['flik'] === 'avlasning'}
            onAdd={(isAdding) => onChange({ flik: isAdding ? 'avlasning' : '' })}
          />
          <FigureTableSection table={project.tertials} />
        </>
      )}
      {project?.breakEven && <BreakEvenSection found={project.breakEven} onChange={onChange} />}
    </>
  )
}

function Facts({ project: { entry, costOre, caseworkers }, members }: { project: ProjectView; members: number }) {
  const { body } = entry
  return (
    <>
      {body.purpose && <p className="groups-sentence">{body.purpose}</p>}
      <p>
        {text.period}: {text.days(body.from, addDays(body.until as Day, -1))}
      </p>
      {body.budget.length > 0 && (
        <>
          <h3>{text.budget}</h3>
          <Table
            caption={text.budget}
            hideCaption
            rowHeader={text.label}
            columns={[{ id: 'ore', label: text.budgetColumn }]}
            rows={[
              ...body.budget.map(({ label, ore }, at) => ({ id: String(at), label, cells: [formatThousands(ore)] })),
              { id: 'sum', label: text.total, kind: 'sum' as const, cells: [formatThousands(costOre)] },
            ]}
          />
        </>
      )}
      <h3>{text.roles}</h3>
      <ul className="groups-history">
        {body.roles.map(({ role, name }) => (
          <li key={`${role} ${name}`}>
            {role}: {name}
          </li>
        ))}
        <li>
          {text.caseworkers}:{' '}
          {caseworkers.length === 0
            ? text.noCaseworkers
            : `${caseworkers.join(', ')}. ${text.load(members, caseworkers.length)}`}
        </li>
      </ul>
    </>
  )
}

/** What must leave for the project to pay for itself; what it is counted on can be changed, in the address. */
const BreakEvenSection = ({ found, onChange }: { found: BreakEven; onChange: (changes: UrlState) => void }) => (
  <Section title={text.breakEvenTitle}>
    <div className="groups-filters">
      <CountField
        label={text.households}
        value={found.households}
        onChange={(households) => onChange({ households })}
      />
      <CountField
        label={text.kronor}
        value={Math.round(found.oreAMonth / 100)}
        onChange={(kronor) => onChange({ kronor })}
      />
      <NumberField
        label={text.chance}
        value={String(Math.round(found.chance * 10_000) / 100)}
        onChange={(chance) => onChange({ chance })}
        problem={text.notANumber}
      />
    </div>
    <p role="status" className="groups-sentence">
      {text.breakEven(
        found.households,
        formatKronor(Math.round(found.oreAMonth / 100) * 100),
        formatShare(found.chance),
        `${formatThousands(found.costOre)} tkr`,
      )}
    </p>
    <Table
      caption={text.breakEvenTitle}
      hideCaption
      rowHeader={text.breakEvenColumns.within}
      columns={[
        { id: 'chance', label: text.breakEvenColumns.chance },
        { id: 'more', label: text.breakEvenColumns.more },
      ]}
      rows={found.rows.map(({ months, chance, extraExits }) => ({
        ...{ id: String(months), label: text.months(months) },
        cells: [
          chance === null ? text.never : text.perCent(chance),
          extraExits === null ? text.never : text.more(extraExits),
        ],
      }))}
    />
  </Section>
)
