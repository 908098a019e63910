import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePath } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { ContactForm } from './contact-form.page.tsx'
import { FindPerson } from './find-person.page.tsx'
import type { Desk, Hit } from './intake-view.ts'
import { intakeText } from './intake.text.ts'

/** Who it is, and then the contact. Which household stands in the address, so that a reload keeps the place. */
export function NewContact() {
  const [{ hushall, person }, change] = useUrlState()
  const [done, setDone] = useState<string | null>(null)
  const desk = useQuery({
    queryKey: ['intake-desk'],
    queryFn: ({ signal }) => get<Desk>('/api/intake/desk', {}, signal),
  })
  const choose = (householdId: number, personId: number | null) => {
    setDone(null)
    change({ hushall: String(householdId), person: personId === null ? '' : String(personId) })
  }
  const leave = (message: string | null) => {
    setDone(message)
    change({ hushall: '', person: '' })
  }
  return (
    <Loaded query={desk} what={intakeText.desk}>
      {(found) =>
        hushall ? (
          <Chosen
            key={hushall}
            householdId={Number(hushall)}
            personId={person ? Number(person) : null}
            desk={found}
            onLeave={leave}
          />
        ) : (
          <div className="stack">
            {done && (
              <Notice kind="good" title={intakeText.doneTitle}>
                {done}
              </Notice>
            )}
            <FindPerson desk={found} onChoose={choose} />
          </div>
        )
      }
    </Loaded>
  )
}

type ChosenProps = {
  householdId: number
  personId: number | null
  desk: Desk
  onLeave: (message: string | null) => void
}

function Chosen({ householdId, personId, desk, onLeave }: ChosenProps) {
  const hit = useQuery({
    queryKey: ['intake-household', householdId],
    queryFn: ({ signal }) => get<Hit>(`/api/intake/households/${householdId}`, {}, signal),
  })
  const path = usePath(householdId)
  return (
    <div className="stack">
      <Loaded query={hit} what={intakeText.who.household}>
        {(found) => (
          <>
            <div className="panel intake-who">
              <div>
                <h2>{found.name || found.key}</h2>
                <p className="muted">
                  {found.maskedNumber} · {found.unit ?? intakeText.find.noUnit} ·{' '}
                  {intakeText.find.size(found.adults, found.children)}
                </p>
              </div>
              <div className="row">
                <Link to={`/hushall/${found.householdId}`}>{intakeText.who.openHousehold(found.key)}</Link>
                <Button size="small" onPress={() => onLeave(null)}>
                  {intakeText.who.change}
                </Button>
              </div>
            </div>
            <Loaded query={path} what={intakeText.who.way}>
              {(view) => <ContactForm hit={found} view={view} desk={desk} personId={personId} onDone={onLeave} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}
