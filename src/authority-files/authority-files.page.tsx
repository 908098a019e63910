import './authority-files.css'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { authorityFilesText as text } from './authority-files.text.ts'
import { ClosuresPart } from './closures.page.tsx'
import { JobUnitPart } from './job-unit.page.tsx'
import { LayoutsPart } from './layouts.page.tsx'
import { MonthlyPart } from './monthly.page.tsx'
import { ToolsPart } from './tools.page.tsx'

/** Uppgifter till myndigheter: the monthly file, the job unit's statistics, and the same facts for other tools. */
export function AuthorityFilesPage() {
  const [{ del }, change] = useUrlState()
  return (
    <Page title={text.title} lead={text.lead}>
      <Tabs
        label={text.tabs.label}
        selected={del ?? 'manadsfilen'}
        onSelect={(id) => change({ del: id === 'manadsfilen' ? '' : id })}
        tabs={[
          { id: 'manadsfilen', label: text.tabs.monthly, content: <MonthlyPart /> },
          { id: 'uppstallning', label: text.tabs.layouts, content: <LayoutsPart /> },
          { id: 'avslutsorsaker', label: text.tabs.closures, content: <ClosuresPart /> },
          { id: 'arbetsmarknadsenheten', label: text.tabs.jobUnit, content: <JobUnitPart /> },
          { id: 'verktyg', label: text.tabs.tools, content: <ToolsPart /> },
        ]}
      />
    </Page>
  )
}
