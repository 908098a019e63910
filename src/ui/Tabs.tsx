import './Tabs.css'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export type TabItem = { id: string; label: string; content: ReactNode }

type TabsProps = { label: string; tabs: TabItem[]; selected?: string; onSelect?: (id: string) => void }

/** Give `selected` and `onSelect` when the choice belongs in the address. Only the chosen panel is drawn. */
export const Tabs = ({ label, tabs, selected, onSelect }: TabsProps) => (
  <AriaTabs
    className="tabs"
    {...(selected !== undefined && { selectedKey: selected })}
    onSelectionChange={(key) => onSelect?.(String(key))}
  >
    <TabList aria-label={label} className="tab-list">
      {tabs.map(({ id, label: name }) => (
        <Tab key={id} id={id} className="tab">
          {name}
        </Tab>
      ))}
    </TabList>
    {tabs.map(({ id, content }) => (
      <TabPanel key={id} id={id} className="tab-panel">
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
)
