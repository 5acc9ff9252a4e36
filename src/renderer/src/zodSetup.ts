/**
 * Tells zod to compile nothing: the policy of this page forbids it. The page checks nothing with zod, but the
 * shared constants it uses stand beside schemas. Must be the first import of main.tsx.
 */
import { z } from 'zod'

z.config({ jitless: true })
