import './sign-in.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { uiText } from '../ui/ui.text.ts'
import { signInText } from './access.text.ts'
import type { Day } from '../values/day.ts'
import type { Permission } from './permissions.ts'

/** Who is signed in, as the web app knows it. */
export type Session = {
  user: {
    id: number | string
    name: string
    role: string
    roleLabel: string
    municipality: { code: string; name: string }
    canSee: Permission[]
  }
  /** The day of the work: a made-up municipality stands still on one. */
  today: Day
  /** Whether it does. */
  standsStill: boolean
}

type Choice = { id: number | string; name: string; role: string; roleLabel: string; purpose: string }

/** The development sign-in: one card for each user of the demo, with what he or she comes for. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const choices = useQuery({
    queryKey: ['session', 'choices'],
    queryFn: () => get<{ users: Choice[] }>('/api/session/choices'),
  })
  const signIn = useMutation({
    mutationFn: (user: Choice) => send<Session>('POST', '/api/session', { user: user.id }),
    onSuccess: onSignedIn,
  })
  return (
    <main className="sign-in">
      <p className="sign-in-product">{uiText.product}</p>
      <Page title={signInText.title} lead={signInText.lead}>
        <Notice>{signInText.development}</Notice>
        {signIn.error && (
          <Notice kind="bad" title={signInText.failed}>
            {signIn.error.message}
          </Notice>
        )}
        <h2>{signInText.choose}</h2>
        <Loaded query={choices} what={signInText.choices}>
          {({ users }) => (
            <ul className="sign-in-choices">
              {users.map((user) => (
                <ChoiceCard
                  key={user.id}
                  user={user}
                  onChoose={() => signIn.mutate(user)}
                  isPending={signIn.isPending}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </Page>
    </main>
  )
}

type ChoiceCardProps = { user: Choice; onChoose: () => void; isPending: boolean }

const ChoiceCard = ({ user, onChoose, isPending }: ChoiceCardProps) => (
  <li className="panel sign-in-choice">
    <div>
      <h3>{user.roleLabel}</h3>
      <p>{user.purpose}</p>
    </div>
    <Button onPress={onChoose} isDisabled={isPending}>
      {signInText.asUser(user.name)}
    </Button>
  </li>
)
