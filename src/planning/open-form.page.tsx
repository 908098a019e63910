import { useUrlState } from '../ui/url-state.ts'

/** Where the focus goes when a form closes: the heading of what it was about. */
export const headingId = (place: string): string => `planning-${place}`

export type OpenForm = {
  isOpen: (form: string) => boolean
  show: (form: string) => void
  /** Closes it and puts the focus on the heading of `place`. */
  close: (place: string) => void
}

/** The one form of planning that is open, kept in the address: `?redigera=plan-7`. */
export function useOpenForm(): OpenForm {
  const [{ redigera }, change] = useUrlState()
  return {
    isOpen: (form) => redigera === form,
    show: (form) => change({ redigera: form }),
    close: (place) => {
      change({ redigera: '' })
      document.getElementById(headingId(place))?.focus()
    },
  }
}
