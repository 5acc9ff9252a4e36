#!/usr/bin/env node
/** Headless host: `rollscope COMMAND`, see `--help`. */
import { startCli } from './cli/startCli'

await startCli(import.meta.dirname, process.argv.slice(2))
