import './Toast.css'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { uiText } from './ui.text.ts'

type Message = { text: string; undo?: () => void }

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })

/**
 * Says that something was done. With `undo` it offers to take it back, and stays until it is closed:
 * nobody should have to hurry to undo.
 */
export const showToast = (text: string, undo?: () => void): string =>
  queue.add(undo ? { text, undo } : { text }, undo ? {} : { timeout: 8000 })

/** Where the messages appear; once, in the shell. */
export const Toasts = () => (
  <ToastRegion queue={queue} aria-label={uiText.messages} className="toasts">
    {({ toast }) => (
      <AriaToast toast={toast} className="toast">
        <ToastContent className="toast-content">
          <Text slot="title">{toast.content.text}</Text>
        </ToastContent>
        {toast.content.undo && <Button onPress={() => undoAndClose(toast)}>{uiText.undo}</Button>}
        <Button kind="quiet" onPress={() => queue.close(toast.key)}>
          {uiText.close}
        </Button>
      </AriaToast>
    )}
  </ToastRegion>
)

function undoAndClose(toast: { key: string; content: Message }): void {
  toast.content.undo?.()
  queue.close(toast.key)
}
