import { Link } from '@tanstack/react-router'
import { promisesText as text } from './promises.text.ts'

/** Between the promises and the notes. */
export const PlaceLinks = ({ current }: { current: 'promises' | 'notes' }) => (
  <nav aria-label={text.places}>
    <ul className="promises-places">
      <li>
        <Link to="/loften" activeOptions={{ exact: true }} {...(current === 'promises' && here)}>
          {text.promises}
        </Link>
      </li>
      <li>
        <Link to="/loften/anteckningar" {...(current === 'notes' && here)}>
          {text.notes}
        </Link>
      </li>
    </ul>
  </nav>
)

const here = { 'aria-current': 'page' } as const
