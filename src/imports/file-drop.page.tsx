import { useState } from 'react'
import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { importsText } from './imports.text.ts'

/** Takes files by dragging, by choosing, and by pasting; as many as wanted. */
export function FileDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
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
        <Text slot="label">{importsText.dropHere}</Text>
        <FileTrigger allowsMultiple onSelect={(files) => onFiles([...(files ?? [])])}>
          <Button className="button button-primary button-normal">{importsText.choose}</Button>
        </FileTrigger>
      </div>
      <p className="muted">{importsText.formats}</p>
    </DropZone>
  )
}
