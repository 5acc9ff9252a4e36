import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import type { ImageBlock } from '../../../../../shared/rollout/readable/readable'
import { formatBytes, formatCount } from '../../../ui/format'
import { BlockMenu, pointerChoice } from './BlockMenu'
import { ShownText } from './ShownText'

export interface ImageBlockViewProps {
  readonly block: ImageBlock
}

/** An image that lies in the line. Its room is kept before it is drawn; nothing is fetched from anywhere. */
export function ImageBlockView({ block: { image, pointer } }: ImageBlockViewProps) {
  const [hasFailed, setHasFailed] = useState(false)
  const facts =
    image.state === 'shown'
      ? `${image.mediaType}, ${formatCount(image.width)} × ${formatCount(image.height)} pixels, ${formatBytes(image.sizeBytes)}`
      : null
  return (
    <div role="group" className="block" aria-label="Image">
      <BlockMenu name="Image" choices={pointerChoice(pointer)} />
      {image.state === 'shown' ? (
        <>
          <h4 className="block-label">{facts}</h4>
          {hasFailed ? (
            <p className="image-none">
              <ImageOff size={14} aria-hidden /> The image is damaged and cannot be drawn.
            </p>
          ) : (
            <img
              className="image"
              src={image.dataUrl}
              alt={`Image in the line: ${facts ?? ''}`}
              width={image.width}
              height={image.height}
              decoding="async"
              draggable={false}
              onError={() => {
                setHasFailed(true)
              }}
            />
          )}
        </>
      ) : (
        <p className="image-none">
          <ImageOff size={14} aria-hidden />
          <span>
            Image not shown: {image.reason}.
            <br />
            <span className="mono" data-find="run">
              <ShownText text={image.what} hasStyles={false} />
            </span>
          </span>
        </p>
      )}
    </div>
  )
}
