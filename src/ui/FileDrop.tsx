import './FileDrop.css'
import { useState } from 'react'
import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'

type FileDropProps = {
  /** What to do, beside the button. */
  label: string
  choose: string
  /** What may be given. */
  formats: string
  allowsMultiple?: boolean
  onFiles: (files: File[]) => void
}

/** Takes files by dragging, by choosing, and by pasting. */
export function FileDrop({ label, choose, formats, allowsMultiple = false, onFiles }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  return (
    <DropZone
      className={`file-drop ${isOver ? 'file-drop-over' : ''}`}
      onDropEnter={() => setIsOver(true)}
      onDropExit={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(onFiles)
      }}
    >
      <div className="file-drop-choose">
        <Text slot="label">{label}</Text>
        <FileTrigger allowsMultiple={allowsMultiple} onSelect={(files) => onFiles([...(files ?? [])])}>
          <Button className="button button-primary button-normal">{choose}</Button>
        </FileTrigger>
      </div>
      <p className="muted">{formats}</p>
    </DropZone>
  )
}
