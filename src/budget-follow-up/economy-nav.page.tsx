import './economy.css'
import { Link } from '@tanstack/react-router'
import { economyText } from './economy.text.ts'

/** The ways between the controller's pages. The months chosen follow along. */
export const EconomyNav = () => (
  <nav className="economy-nav" aria-label={economyText.navigation}>
    <ul>
      {economyText.places.map(({ to, label }) => (
        <li key={to}>
          <Link to={to} search={keepMonths} activeOptions={{ exact: true, includeSearch: false }}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

const keepMonths = ({ from, to }: Record<string, string | undefined>) => ({ from, to })
