import './intake.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { destinations } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayInSweden } from '../values/day.ts'
import type { Rules } from './intake-view.ts'
import { RulesEditor } from './rules-editor.page.tsx'
import { conditionText, rulesText } from './rules.text.ts'

/** The rules that suggest where a contact goes: those of today, a new version tried before it is saved, and all versions. */
export function RulesPage() {
  const [isEditing, setEditing] = useState(false)
  const rules = useQuery({
    queryKey: ['routing-rules'],
    queryFn: ({ signal }) => get<Rules>('/api/intake/rules', {}, signal),
  })
  return (
    <Page
      title={rulesText.title}
      lead={rulesText.lead}
      actions={<Link to="/regler/kartlaggning">{rulesText.mappingForms}</Link>}
    >
      <Loaded query={rules} what={rulesText.what}>
        {(found) => (
          <>
            <InForce rules={found} />
            {found.mayEdit &&
              (isEditing ? (
                <RulesEditor rules={found} onClose={() => setEditing(false)} />
              ) : (
                <div>
                  <Button onPress={() => setEditing(true)}>{rulesText.edit}</Button>
                </div>
              ))}
            <Versions rules={found} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const InForce = ({ rules: { inForce, isDefault, source } }: { rules: Rules }) => (
  <Section title={rulesText.inForce} aside={<span className="muted">{rulesText.since(inForce.from)}</span>}>
    {isDefault && <p>{rulesText.isDefault(source)}</p>}
    <Table
      caption={rulesText.inForce}
      hideCaption
      rowHeader={rulesText.order}
      columns={[
        { id: 'if', label: rulesText.if, numeric: false },
        { id: 'then', label: rulesText.then, numeric: false },
        { id: 'reason', label: rulesText.reason, numeric: false },
      ]}
      rows={[
        ...inForce.rules.map((rule, at) => ({
          id: rule.key,
          label: rulesText.editor.rule(at + 1),
          cells: [conditionText(rule.when), destinations[rule.destination], rule.reason],
        })),
        {
          id: '',
          label: rulesText.otherwise,
          cells: ['', rulesText.caseworker, rulesText.otherwiseReason],
        },
      ]}
    />
  </Section>
)

const Versions = ({ rules: { versions, inForce, today, isDefault } }: { rules: Rules }) => (
  <Section title={rulesText.versions.title}>
    <Table
      caption={rulesText.versions.title}
      hideCaption
      rowHeader={rulesText.versions.version}
      columns={[
        { id: 'from', label: rulesText.versions.from, numeric: false },
        { id: 'rules', label: rulesText.versions.rules },
        { id: 'savedBy', label: rulesText.versions.savedBy, numeric: false },
        { id: 'savedAt', label: rulesText.versions.savedAt, numeric: false },
      ]}
      rows={versions.map(({ version, from, rules, savedBy, savedAt }) => ({
        id: String(version),
        label: String(version),
        cells: [
          <>
            {from} {from > today && <Tag tone="info">{rulesText.versions.upcoming}</Tag>}
            {!isDefault && from === inForce.from && <Tag tone="good">{rulesText.versions.now}</Tag>}
          </>,
          rules.length,
          savedBy ?? rulesText.versions.program,
          dayInSweden(new Date(savedAt)),
        ],
      }))}
      empty={rulesText.versions.none}
    />
  </Section>
)
