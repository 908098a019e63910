import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { analysisText } from './analysis.text.ts'

/** Whoever may import is led there; the others are told whom to ask. */
export function Empty() {
  const session = useQueryClient().getQueryData<{ user: { canSee: string[] } }>(['session'])
  const mayImport = session?.user.canSee.includes('imports') ?? false
  return (
    <div className="panel figures-empty">
      <h2>{analysisText.empty.title}</h2>
      <p>{mayImport ? analysisText.empty.text : analysisText.empty.askSomebody}</p>
      {mayImport && (
        <p>
          <Link to="/import" className="button button-primary button-normal">
            {analysisText.empty.action}
          </Link>
        </p>
      )}
    </div>
  )
}
