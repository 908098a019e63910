import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { toolsText as text } from './authority-files.text.ts'

/** How other tools read the same facts: the views of the database, and files. */
export const ToolsPart = () => (
  <div className="stack">
    <Section title={text.title}>
      <p>{text.lead}</p>
      <p>{text.limits}</p>
    </Section>
    <Section title={text.views}>
      <Table
        caption={text.views}
        hideCaption
        rowHeader={text.view}
        columns={[{ id: 'holds', label: text.holds, numeric: false }]}
        rows={Object.entries(text.list).map(([view, holds]) => ({
          id: view,
          label: <code>{view}</code>,
          cells: [holds],
        }))}
      />
    </Section>
    <Section title={text.connect}>
      <ol>
        {text.connectSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="authority-command">
        <code>{text.grantCommand}</code>
      </pre>
    </Section>
    <Section title={text.files}>
      <p>{text.filesLead}</p>
      <pre className="authority-command">
        <code>{text.exportCommand}</code>
      </pre>
    </Section>
  </div>
)
