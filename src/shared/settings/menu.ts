/** Menu: the items of a context menu as the page asks for them, to be drawn natively where the host can. */
import { z } from 'zod'

/** One item, or a line between two.  */
export const MenuItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    id: z.string().min(1).max(64),
    label: z.string().min(1).max(100),
    isEnabled: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('line') }),
])
export type MenuItem = z.infer<typeof MenuItemSchema>
