import type { ReactNode } from 'react'

/** A choice with what is wrong with it below. */
export const WithError = ({ error, children }: { error: string | null; children: ReactNode }) => (
  <div className="field">
    {children}
    {error && (
      <p role="alert" className="field-error">
        {error}
      </p>
    )}
  </div>
)
