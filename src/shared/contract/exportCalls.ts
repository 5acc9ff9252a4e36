/** Export calls: what an export would hold, where it can go, and making it. */
import { z } from 'zod'
import { exportFormats } from '../export/exportFormat'
import { ExportDestinationSchema, ExportPlanSchema, ExportResultSchema } from '../export/exportPlan'
import { ExportSelectionSchema } from '../export/exportSelection'
import { call, id, jobId, none } from './call'

/** The calls that export sessions. */
export const exportCalls = {
  /** Says what an export of a selection would hold, and keeps that for `export:run`. Only the last few plans are kept. */
  'export:plan': call(z.strictObject({ selection: ExportSelectionSchema, jobId }), ExportPlanSchema),
  /**
   * Names the place for exports: asks the person in the host's own dialog, or answers the folder that the host was
   * started with. Null when the person cancels.
   */
  'export:chooseDestination': call(none, z.strictObject({ destination: ExportDestinationSchema.nullable() })),
  /**
   * Says whether a new folder of that name can be made at a destination, and what it would be called in full.
   * `unfinished` are folders beside it that other exports build, or left behind when they were killed.
   */
  'export:checkTarget': call(
    z.strictObject({ destinationId: id, folderName: z.string().max(200) }),
    z.strictObject({ label: z.string(), unfinished: z.array(z.string()) }),
  ),
  /**
   * Exports what was planned into a new folder. Without `leaveOutUnreadable` it refuses to begin when something planned
   * cannot be read. Nothing is left behind when it fails or is cancelled.
   */
  'export:run': call(
    z.strictObject({
      planId: id,
      format: z.enum(exportFormats),
      destinationId: id,
      folderName: z.string().max(200),
      leaveOutUnreadable: z.boolean().default(false),
      jobId,
    }),
    ExportResultSchema,
  ),
}
