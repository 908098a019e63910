import './Dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import { uiText } from './ui.text.ts'

type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons at the bottom right, the main one last. Without them there is a close button. */
  actions?: ReactNode
}

/** A window over the page: holds focus, closes on Escape, and gives focus back. */
export const Dialog = ({ title, isOpen, onClose, children, actions }: DialogProps) => (
  <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className="dialog-overlay">
    <Modal className="dialog">
      <AriaDialog className="dialog-content">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <div className="dialog-body">{children}</div>
        <div className="dialog-actions">{actions ?? <Button onPress={onClose}>{uiText.close}</Button>}</div>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
