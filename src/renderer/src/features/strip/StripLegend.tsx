import { Shapes } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { stripKinds } from '../../../../shared/rollout/strip'
import { kindLooks } from '../../ui/recordLook'
import { menuContainer } from '../../ui/menuContainer'

/** Explains colours and letters of the kinds of record. */
export function StripLegend() {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label="Legend of colours and letters" title="Legend">
        <Shapes size={15} strokeWidth={1.75} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={menuContainer()}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Label className="menu-label">Kinds of record</DropdownMenu.Label>
          {stripKinds.map((kind) => (
            <DropdownMenu.Item key={kind} className="menu-item">
              <span className="legend-swatch" data-kind={kind} aria-hidden />
              <span className="legend-letter mono">{kindLooks[kind].letter}</span>
              {kindLooks[kind].label}
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Label className="menu-label">
            Ticks above the bar are findings: red errors, amber warnings, grey notes.
          </DropdownMenu.Label>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
