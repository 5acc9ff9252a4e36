import { useEffect, useState } from 'react'
import { openDropped } from '../../state/opening'
import { useStores } from '../../state/stores'

/** Takes files and folders dropped anywhere on the window, and says so while they are held over it. */
export function DropZone() {
  const stores = useStores()
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    let depth = 0
    const { setDraggingOut } = stores.window.getState()
    /** A row of this window that is dragged over it is nothing to open: it is here already. */
    function carriesFiles(event: DragEvent): boolean {
      const isOwn = stores.window.getState().isDraggingOut
      return !isOwn && (event.dataTransfer?.types.includes('Files') ?? false)
    }
    /** While the system drags, the page hears of no pointer; once it does, the drag is over. */
    function endOwnDrag(): void {
      setDraggingOut(false)
    }
    function onEnter(event: DragEvent): void {
      if (!carriesFiles(event)) return
      depth += 1
      setIsOver(true)
    }
    function onLeave(event: DragEvent): void {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsOver(false)
    }
    function onOver(event: DragEvent): void {
      event.preventDefault()
    }
    function onDrop(event: DragEvent): void {
      event.preventDefault()
      depth = 0
      setIsOver(false)
      if (event.dataTransfer !== null && carriesFiles(event)) void openDropped(stores, event.dataTransfer)
    }
    window.addEventListener('pointermove', endOwnDrag)
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('pointermove', endOwnDrag)
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [stores])

  if (!isOver) return null
  return (
    <div className="drop-veil" aria-hidden>
      <p className="text-15">
        Drop to open read-only: <span className="mono">.jsonl</span>, <span className="mono">.jsonl.zst</span>{' '}
        or folders
      </p>
    </div>
  )
}
