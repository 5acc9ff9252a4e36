/**
 * Sum reports: adds up the JSON reports of vitest and Playwright and prints one line, "N passed, N failed, N skipped".
 * `node scripts/sumReports.mjs [--failed-steps N] [REPORT STATUS]...`, where STATUS is the exit status of the run that
 * wrote the report. Exit status 1 when anything failed: a run that left no report, or failed without a failed test,
 * counts as one failure.
 */
import { readFileSync } from 'node:fs'

const args = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }
if (args[0] === '--failed-steps') total.failed += Number(args.splice(0, 2)[1])
for (let index = 0; index < args.length; index += 2) {
  const counts = countsOf(args[index])
  const hasFailedUnseen = args[index + 1] !== '0' && counts.failed === 0
  add(hasFailedUnseen ? { ...counts, failed: 1 } : counts)
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

function add(counts) {
  for (const key of Object.keys(total)) total[key] += counts[key]
}

function countsOf(file) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log(`no report at ${file}: counted as one failure`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return 'stats' in report ? playwrightCounts(report) : vitestCounts(report)
}

/** A file that fails to load holds no test that could fail, so it counts itself. */
function vitestCounts(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}
