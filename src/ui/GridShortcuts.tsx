import './GridShortcuts.css'
import { useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Checkbox } from './Field.tsx'
import { setShortcuts, shortcutsAreOn, useShortcut } from './shortcut.ts'
import { uiText } from './ui.text.ts'

/** The list of keys a grid understands: a button, and `?`. */
export function GridShortcuts() {
  const [isOpen, setOpen] = useState(false)
  const [areOn, setOn] = useState(shortcutsAreOn)
  useShortcut('?', () => setOpen(true))
  const choose = (on: boolean) => {
    setShortcuts(on)
    setOn(on)
  }
  return (
    <>
      <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
        {uiText.grid.shortcuts}
      </Button>
      <Dialog title={uiText.grid.shortcuts} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="shortcuts">
          {uiText.grid.shortcutRows.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Checkbox isSelected={areOn} onChange={choose}>
          {uiText.grid.singleKeys}
        </Checkbox>
      </Dialog>
    </>
  )
}
