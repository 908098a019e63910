import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { setShortcuts, shortcutsAreOn, useShortcut } from '../ui/shortcut.ts'
import { writingText } from './report-writing.text.ts'

const { shortcuts: text } = writingText

/** The keys that a writer can use: a button, and `?`. */
export function WritingShortcuts() {
  const [isOpen, setOpen] = useState(false)
  const [areOn, setOn] = useState(shortcutsAreOn)
  useShortcut('?', () => setOpen(true))
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.button}</Button>
      <Dialog title={text.button} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="shortcuts">
          {text.rows.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          isSelected={areOn}
          onChange={(on) => {
            setShortcuts(on)
            setOn(on)
          }}
        >
          {text.singleKeys}
        </Checkbox>
      </Dialog>
    </>
  )
}
