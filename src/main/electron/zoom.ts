/** Zoom: the steps that the window's own zoom has, those of Chromium between half and three times. Pure. */

const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const

/** What the commands of zoom ask for. */
export type ZoomStep = 'in' | 'out' | 'reset'

/** Returns the percentage one step from another, or the natural size. At either end it stays where it is. */
export function zoomed(percent: number, step: ZoomStep): number {
  switch (step) {
    case 'in':
      return steps.find((known) => known > percent) ?? steps[steps.length - 1] ?? percent
    case 'out':
      return steps.findLast((known) => known < percent) ?? steps[0]
    case 'reset':
      return 100
  }
}
