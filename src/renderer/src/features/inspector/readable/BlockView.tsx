import { assertNever } from '../../../../../shared/assertNever'
import type { FlatBlock } from '../../../../../shared/rollout/readable/readable'
import { BadgesBlockView } from './BadgesBlockView'
import { DiffBlockView } from './DiffBlockView'
import { FactsBlockView } from './FactsBlockView'
import { ImageBlockView } from './ImageBlockView'
import { NoticeBlockView, PlanBlockView, TableBlockView } from './SmallBlockViews'
import { TextBlockView } from './TextBlockView'

export interface BlockViewProps {
  readonly block: FlatBlock
  readonly query: string
}

/** One block of a readable form. */
export function BlockView({ block, query }: BlockViewProps) {
  switch (block.kind) {
    case 'text':
      return <TextBlockView block={block} query={query} />
    case 'facts':
      return <FactsBlockView block={block} />
    case 'badges':
      return <BadgesBlockView block={block} />
    case 'plan':
      return <PlanBlockView block={block} />
    case 'table':
      return <TableBlockView block={block} />
    case 'diff':
      return <DiffBlockView block={block} query={query} />
    case 'image':
      return <ImageBlockView block={block} />
    case 'notice':
      return <NoticeBlockView block={block} />
    default:
      return assertNever(block)
  }
}
