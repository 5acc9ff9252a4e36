/** Content blocks: the parts of a message or an output: texts, images, audio, encrypted content. */
import { badge, badgesBlock, memberBlocks, notice, textBlock } from './blocks'
import { imageOfUrl } from './dataImage'
import type { Fields } from './fields'
import type { FlatBlock, ImageBlock, NoticeBlock, TextBlock } from './readable'
import { utf8Length } from './values'

/** The content of a member, a string or a list of parts. Other shapes are left, and named as left. */
export function contentBlocks(
  fields: Fields,
  key: string,
  look: TextBlock['look'] = 'prose',
): readonly FlatBlock[] {
  const text = fields.text(key)
  if (text !== null) return textBlock(look, text, fields.at(key))
  const texts = fields.texts(key)
  if (texts !== null) {
    return texts.flatMap((part, index) => textBlock(look, part, fields.at(key, index)))
  }
  return (fields.objects(key) ?? []).flatMap((part) => partBlocks(part, look))
}

function partBlocks(part: Fields, look: TextBlock['look']): readonly FlatBlock[] {
  const type = part.text('type') ?? ''
  switch (type) {
    case 'input_text':
    case 'output_text':
    case 'summary_text':
    case 'reasoning_text':
    case 'text':
    case 'Text':
      return textBlock(look, part.text('text'), part.at('text'))
    case 'input_image':
    case 'image':
      return imageBlocks(part)
    case 'local_image': {
      const path = part.text('path')
      return path === null ? [] : [notice(`Image file, named and not opened: ${path}`, part.at('path'))]
    }
    case 'input_audio':
    case 'audio':
    case 'local_audio':
      return [notice(`Audio, not played here.`, part.pointer)]
    case 'encrypted_content':
      return encryptedNotice(part, 'encrypted_content')
    default:
      return [
        ...badgesBlock(badge('Part', type === '' ? 'without a type' : type, part.pointer)),
        ...memberBlocks(part),
      ]
  }
}

function imageBlocks(part: Fields): readonly FlatBlock[] {
  const url = part.object('image_url')
  if (url !== null) return imageBlock(url.text('url'), url.at('url'))
  const image = imageBlock(part.text('image_url') ?? part.text('url'), part.at('image_url'))
  const fileId = part.text('file_id')
  return fileId === null
    ? image
    : [...image, notice(`Image kept by the provider as ${fileId}`, part.at('file_id'))]
}

/** An image given by its URL; nothing for null. */
export function imageBlock(url: string | null, pointer: string): readonly ImageBlock[] {
  return url === null ? [] : [{ kind: 'image', label: null, image: imageOfUrl(url), pointer }]
}

/** The images of a list of URLs. */
export function imageListBlocks(fields: Fields, key: string): readonly ImageBlock[] {
  return (fields.texts(key) ?? []).flatMap((url, index) => imageBlock(url, fields.at(key, index)))
}

/** Says that a member is encrypted and how much of it there is. */
export function encryptedNotice(fields: Fields, key: string): readonly NoticeBlock[] {
  const text = fields.text(key)
  if (text === null) return []
  const size = String(utf8Length(text)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return [notice(`Encrypted by the model provider: ${size} bytes, not readable.`, fields.at(key))]
}
