import './intake.css'
import { useQuery } from '@tanstack/react-query'
import { get } from '../ui/api.ts'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useUrlState } from '../ui/url-state.ts'
import type { Promises } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import { NewContact } from './new-contact.page.tsx'
import { PromiseClock } from './promises.page.tsx'

/** Reception: whoever makes contact is registered and sent on; and the promise to meet a coach is watched over. */
export function IntakePage() {
  const [address, change] = useUrlState()
  const promises = useQuery({
    queryKey: ['promises'],
    queryFn: ({ signal }) => get<Promises>('/api/intake/promises', {}, signal),
  })
  const broken = promises.data?.rows.filter(({ state }) => state === 'broken').length ?? 0
  const tabs = [
    { id: 'kontakt', label: intakeText.newContact, content: <NewContact /> },
    {
      id: 'lofte',
      label: broken > 0 ? intakeText.promiseWith(broken) : intakeText.promise,
      content: <PromiseClock query={promises} />,
    },
  ]
  return (
    <Page title={intakeText.title} lead={intakeText.lead}>
      <Tabs
        label={intakeText.tabs}
        tabs={tabs}
        selected={address['flik'] === 'lofte' ? 'lofte' : 'kontakt'}
        onSelect={(id) => change({ flik: id === 'kontakt' ? '' : id })}
      />
    </Page>
  )
}
