import './Button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = {
  children: ReactNode
  onPress?: () => void
  kind?: ButtonKind
  type?: 'button' | 'submit'
  size?: 'normal' | 'small'
  isDisabled?: boolean
  'aria-label'?: string
}

export const Button = ({ kind = 'secondary', size = 'normal', ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={`button button-${kind} button-${size}`} />
)

type ButtonLinkProps = {
  href: string
  children: ReactNode
  kind?: ButtonKind
  size?: 'normal' | 'small'
  /** The link saves a file instead of leaving the page. */
  download?: boolean
}

/** Looks like a button and is a link: for files to download and other addresses. */
export const ButtonLink = ({ kind = 'secondary', size = 'normal', download = false, ...rest }: ButtonLinkProps) => (
  <a {...rest} download={download} className={`button button-${kind} button-${size}`} />
)
