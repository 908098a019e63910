import './ui/theme.css'
import {
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  useLocation,
  useNavigate,
} from '@tanstack/react-router'
import { lazy, type ReactNode, StrictMode, Suspense, useEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { navigationText, shellText } from './access/access.text.ts'
import type { Permission } from './access/permissions.ts'
import type { Session } from './access/sign-in.page.tsx'
import { flushDrafts, forgetDrafts } from './pathway/kept-drafts.page.tsx'
import { flushTexts } from './report-writing/unsent-texts.page.tsx'
import { ApiRefusal, get, send } from './ui/api.ts'
import { Button } from './ui/Button.tsx'
import { AppShell } from './ui/Layout.tsx'
import { Loaded } from './ui/Loaded.tsx'
import { Notice } from './ui/Notice.tsx'
import { Page } from './ui/Page.tsx'
import { Progress } from './ui/Progress.tsx'
import { showToast } from './ui/Toast.tsx'
import { uiText } from './ui/ui.text.ts'
import { parseAddress, writeAddress } from './ui/url-state.ts'

const SignInPage = lazy(() => import('./access/sign-in.page.tsx').then((page) => ({ default: page.SignInPage })))

/** The menu, in order: what a permission opens, and where. */
const places: { permission: Permission; to: string; label?: string }[] = [
  { permission: 'contacts', to: '/mottagning' },
  { permission: 'worklist', to: '/mina-hushall' },
  { permission: 'figures', to: '/' },
  { permission: 'figures', to: '/prognos', label: shellText.outlook },
  { permission: 'economy', to: '/ekonomi' },
  { permission: 'comparison', to: '/jamforelse' },
  { permission: 'households', to: '/hushall' },
  { permission: 'target-groups', to: '/malgrupper' },
  { permission: 'coaching', to: '/idag' },
  { permission: 'weekly-table', to: '/veckobord' },
  { permission: 'management', to: '/ledning' },
  { permission: 'payment-cases', to: '/utbetalningskontroll' },
  { permission: 'catalogue', to: '/insatser' },
  { permission: 'economy', to: '/atgarder', label: shellText.savings },
  { permission: 'board', to: '/namnden' },
  { permission: 'promises', to: '/loften' },
  { permission: 'reports', to: '/rapporter' },
  { permission: 'report-writing', to: '/siffergranskning', label: shellText.numberCheck },
  { permission: 'imports', to: '/import' },
  { permission: 'authority-files', to: '/myndigheter' },
  { permission: 'rules', to: '/regler' },
]

const sessionKey = ['session']

const queryClient = new QueryClient({
  // A session that ends while somebody works leads back to the sign-in, whatever was being fetched.
  queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && queryClient.setQueryData(sessionKey, null) }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ApiRefusal) && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
})

const isSignedOut = (error: Error) => error instanceof ApiRefusal && error.status === 401

function findSession(): Promise<Session | null> {
  return get<Session>('/api/session').catch((error: Error) => {
    if (isSignedOut(error)) return null
    throw error
  })
}

function Root() {
  const client = useQueryClient()
  const session = useQuery({ queryKey: sessionKey, queryFn: findSession, staleTime: Infinity })
  return (
    <Loaded query={session} what={shellText.session}>
      {(found) =>
        found ? (
          <SignedIn session={found} />
        ) : (
          <Suspense fallback={<Progress label={uiText.loading(shellText.session)} />}>
            <SignInPage onSignedIn={() => void client.resetQueries().then(goToWork)} />
          </Suspense>
        )
      }
    </Loaded>
  )
}

/** Where the day begins for those who work with households, and for the board. The others begin with the figures. */
const firstPlace: Partial<Record<string, string>> = {
  reception: '/mottagning',
  caseworker: '/mina-hushall',
  coach: '/idag',
  board: '/namnden',
}

/** Whoever signs in on the front page comes to the work; whoever came by a link stays there. */
function goToWork(): void {
  const to = firstPlace[queryClient.getQueryData<Session | null>(sessionKey)?.user.role ?? '']
  if (to && location.pathname === '/') void router.navigate({ to })
}

function SignedIn({ session: { user, today, standsStill } }: { session: Session }) {
  const signOut = useSignOut()
  useFocusOnNewPage()
  return (
    <AppShell
      municipality={user.municipality.name}
      notice={standsStill ? shellText.demoDay(today) : null}
      userName={user.name}
      roleLabel={user.roleLabel}
      links={places
        .filter(({ permission }) => user.canSee.includes(permission))
        .map(({ permission, to, label }) => ({ to, label: label ?? navigationText[permission] }))}
      onSignOut={signOut}
    >
      <Allowed user={user}>
        <Outlet />
      </Allowed>
    </AppShell>
  )
}

/** Nothing that was fetched stays for the next person at the screen. */
function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const forget = () => {
    forgetDrafts()
    client.setQueryData(sessionKey, null)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    void navigate({ to: '/' })
  }
  const { mutate } = useMutation({
    mutationFn: () => Promise.all([flushDrafts(), flushTexts()]).then(() => send<null>('DELETE', '/api/session')),
    onSuccess: forget,
    onError: (error) => (isSignedOut(error) ? forget() : showToast(error.message)),
  })
  return () => mutate()
}

/** A reader of the screen is told about a new page by the focus moving into it. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current !== pathname) document.getElementById('content')?.focus()
    before.current = pathname
  }, [pathname])
}

/** Says why a page is not there instead of showing it. The server refuses on its own account. */
function Allowed({ user, children }: { user: Session['user']; children: ReactNode }) {
  const { pathname } = useLocation()
  const place = places.find(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
  if (!place || user.canSee.includes(place.permission)) return children
  return (
    <Page title={navigationText[place.permission]}>
      <Notice kind="warning" title={shellText.notAllowedTitle}>
        {shellText.notAllowed(user.roleLabel.toLowerCase())}
      </Notice>
    </Page>
  )
}

const NotFound = () => (
  <Page title={shellText.notFoundTitle}>
    <Notice>{shellText.notFound}</Notice>
  </Page>
)

const Broken = () => (
  <Page title={shellText.brokenTitle}>
    <Notice kind="bad" action={<Button onPress={() => location.reload()}>{shellText.reload}</Button>}>
      {shellText.broken}
    </Notice>
  </Page>
)

const root = createRootRoute({ component: Root })

const pages = [
  ['/', lazyRouteComponent(() => import('./analysis/figures.page.tsx'), 'FiguresPage')],
  ['/prognos', lazyRouteComponent(() => import('./analysis/outlook.page.tsx'), 'OutlookPage')],
  ['/jamforelse', lazyRouteComponent(() => import('./comparison/comparison.page.tsx'), 'ComparisonPage')],
  ['/mina-hushall', lazyRouteComponent(() => import('./worklist/worklist.page.tsx'), 'WorklistPage')],
  ['/mottagning', lazyRouteComponent(() => import('./intake/intake.page.tsx'), 'IntakePage')],
  ['/regler', lazyRouteComponent(() => import('./intake/rules.page.tsx'), 'RulesPage')],
  ['/ekonomi', lazyRouteComponent(() => import('./budget-follow-up/statement.page.tsx'), 'EconomyPage')],
  ['/ekonomi/konton', lazyRouteComponent(() => import('./budget-follow-up/accounts.page.tsx'), 'AccountsPage')],
  ['/ekonomi/granska', lazyRouteComponent(() => import('./budget-follow-up/check.page.tsx'), 'CheckPage')],
  [
    '/ekonomi/avstamning',
    lazyRouteComponent(() => import('./budget-follow-up/reconciliation.page.tsx'), 'ReconciliationPage'),
  ],
  ['/hushall', lazyRouteComponent(() => import('./register/households.page.tsx'), 'HouseholdsPage')],
  ['/hushall/$id', lazyRouteComponent(() => import('./household/household.page.tsx'), 'HouseholdPage')],
  ['/idag', lazyRouteComponent(() => import('./coaching/coaching-day.page.tsx'), 'CoachingDayPage')],
  ['/idag/narvaro', lazyRouteComponent(() => import('./coaching/attendance-week.page.tsx'), 'AttendanceWeekPage')],
  [
    '/deltagare/$household/$person',
    lazyRouteComponent(() => import('./coaching/participant.page.tsx'), 'ParticipantPage'),
  ],
  ['/regler/kartlaggning', lazyRouteComponent(() => import('./planning/mapping-forms.page.tsx'), 'MappingFormsPage')],
  ['/insatser', lazyRouteComponent(() => import('./interventions/interventions.page.tsx'), 'InterventionsPage')],
  ['/insatser/$key', lazyRouteComponent(() => import('./interventions/intervention.page.tsx'), 'InterventionPage')],
  ['/arbetsgivare', lazyRouteComponent(() => import('./interventions/employers.page.tsx'), 'EmployersPage')],
  ['/ledning', lazyRouteComponent(() => import('./throughput/management.page.tsx'), 'ManagementPage')],
  ['/ledning/bakom', lazyRouteComponent(() => import('./throughput/rows-behind.page.tsx'), 'RowsBehindPage')],
  ['/veckobord', lazyRouteComponent(() => import('./throughput/weekly-table.page.tsx'), 'WeeklyTablePage')],
  ['/ekonomi/avvikelse', lazyRouteComponent(() => import('./budget-follow-up/variance.page.tsx'), 'VariancePage')],
  ['/stod-mot-lon', lazyRouteComponent(() => import('./support-into-wages/job.page.tsx'), 'JobPage')],
  ['/atgarder', lazyRouteComponent(() => import('./savings/savings.page.tsx'), 'SavingsPage')],
  ['/atgarder/$key', lazyRouteComponent(() => import('./savings/action.page.tsx'), 'ActionPage')],
  ['/malgrupper', lazyRouteComponent(() => import('./target-groups/target-groups.page.tsx'), 'TargetGroupsPage')],
  ['/malgrupper/$key', lazyRouteComponent(() => import('./target-groups/group.page.tsx'), 'GroupPage')],
  ['/ekonomi/prognos', lazyRouteComponent(() => import('./budget-follow-up/forecast.page.tsx'), 'ForecastPage')],
  [
    '/utbetalningskontroll',
    lazyRouteComponent(() => import('./payment-cases/payment-cases.page.tsx'), 'PaymentCasesPage'),
  ],
  [
    '/utbetalningskontroll/$key',
    lazyRouteComponent(() => import('./payment-cases/payment-case.page.tsx'), 'PaymentCasePage'),
  ],
  ['/namnden', lazyRouteComponent(() => import('./board/board.page.tsx'), 'BoardPage')],
  ['/namnden/rapport/$id/$version', lazyRouteComponent(() => import('./board/read-report.page.tsx'), 'ReadReportPage')],
  ['/loften', lazyRouteComponent(() => import('./promises/promises.page.tsx'), 'PromisesPage')],
  ['/loften/anteckningar', lazyRouteComponent(() => import('./promises/notes.page.tsx'), 'NotesPage')],
  ['/loften/$key', lazyRouteComponent(() => import('./promises/promise.page.tsx'), 'PromisePage')],
  ['/siffergranskning', lazyRouteComponent(() => import('./number-check/number-check.page.tsx'), 'NumberCheckPage')],
  ['/rapporter', lazyRouteComponent(() => import('./report-writing/written-reports.page.tsx'), 'WrittenReportsPage')],
  ['/rapporter/fardig', lazyRouteComponent(() => import('./reports/reports.page.tsx'), 'ReportsPage')],
  ['/rapporter/$id', lazyRouteComponent(() => import('./report-writing/writing.page.tsx'), 'WritingPage')],
  [
    '/rapporter/$id/version/$version',
    lazyRouteComponent(() => import('./report-writing/version.page.tsx'), 'VersionPage'),
  ],
  [
    '/myndigheter',
    lazyRouteComponent(() => import('./authority-files/authority-files.page.tsx'), 'AuthorityFilesPage'),
  ],
  ['/import', lazyRouteComponent(() => import('./imports/imports.page.tsx'), 'ImportsPage')],
] as const

const router = createRouter({
  routeTree: root.addChildren(
    pages.map(([path, component]) => createRoute({ getParentRoute: () => root, path, component })),
  ),
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
})

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element with the id app')
createRoot(place).render(
  <StrictMode>
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
