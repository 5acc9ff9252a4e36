/**
 * Expected findings: what a check must find in each defect file of the corpus, derived from its EXPECTED.md: which rule, at
 * which line and bytes. `at` are findings at the places that the list names; `besides` are those at others, with the reason
 * why they are right. Who may read the files is left out: it is not in them.
 *
 * Where a span is larger or smaller than that of the list: a finding about a record spans its line; one about bytes that are
 * not UTF-8 spans the first of them that no character can begin with, and the list counts the whole sequence.
 */
export interface ExpectedFindings {
  readonly at: readonly string[]
  readonly besides?: { readonly findings: readonly string[]; readonly why: string }
}

export const expectedFindings: Readonly<Record<string, ExpectedFindings>> = {
  'legacy-valid': { at: [] },
  'paginated-valid': { at: [] },
  'legacy-name-local-time': { at: [] },
  'legacy-torn-tail-mid-json': { at: ['line/torn 21 @4664+110'] },
  'legacy-no-final-newline': { at: ['line/unterminated 21 @4664+183'] },
  'legacy-garbage-middle': { at: ['line/not-json 9 @1872+81'] },
  'legacy-nul-tail': { at: ['line/nul 22 @4848+4096'] },
  'legacy-invalid-utf8-middle': { at: ['line/invalid-utf8 10 @2296+1'] },
  'paginated-torn-tail-mid-json': { at: ['line/torn 17 @5683+207'] },
  'paginated-no-final-newline': { at: ['line/unterminated 17 @5683+345'] },
  'paginated-garbage-middle': { at: ['line/not-json 10 @2799+81'] },
  'paginated-nul-tail': { at: ['line/nul 18 @6029+4096'] },
  'paginated-invalid-utf8-middle': { at: ['line/invalid-utf8 13 @4613+1'] },
  // Two things: a record without its end, and half a character.
  'legacy-torn-tail-mid-multibyte': { at: ['line/torn 12 @2894+136', 'line/invalid-utf8 12 @3030+2'] },
  'legacy-torn-tail-after-backslash': { at: ['line/torn 10 @2047+150'] },
  // Two things: a record without its end, and what the disk left in its place.
  'legacy-torn-then-nul': { at: ['line/torn 21 @4664+60', 'line/nul 21 @4724+636'] },
  // Two things: the beginning of a record that goes on as another, and what the disk left between.
  'legacy-nul-middle': { at: ['line/not-json 7 @1550+761', 'line/nul 7 @1570+512'] },
  // C3 28: the second byte is a character of its own.
  'legacy-invalid-utf8-user-line': { at: ['line/invalid-utf8 6 @1488+1'] },
  'legacy-utf8-overlong': { at: ['line/invalid-utf8 10 @2296+1'] },
  'legacy-utf8-surrogate-bytes': { at: ['line/invalid-utf8 10 @2296+1'] },
  'legacy-bom': { at: ['file/bom 1 @0+3'] },
  'legacy-utf16le': { at: ['file/not-text file @0+9620'] },
  'legacy-crlf': { at: ['line/crlf 1 @378+1'] },
  'legacy-cr-only': { at: ['line/cr 1 @378+1'] },
  'legacy-blank-lines': {
    at: ['line/blank 1 @0+1', 'line/blank 10 @1873+1', 'line/blank 25 @4851+1'],
    besides: {
      findings: ['line/blank 11 @1874+1', 'line/blank 26 @4852+1'],
      why: 'the list names the first of two blank lines that follow each other',
    },
  },
  'legacy-whitespace-lines': { at: ['line/blank 9 @1872+4', 'line/blank 10 @1876+3'] },
  'legacy-leading-spaces': {
    at: ['line/white-space 2 @379+237'],
    besides: {
      findings: [
        'line/white-space 4 @863+360',
        'line/white-space 6 @1388+174',
        'line/white-space 8 @1686+202',
        'line/white-space 10 @2063+268',
        'line/white-space 12 @2914+154',
        'line/white-space 14 @3267+214',
        'line/white-space 16 @3714+360',
        'line/white-space 18 @4234+169',
        'line/white-space 20 @4527+177',
      ],
      why: 'the list names the first of the lines that are indented',
    },
  },
  'legacy-glued-partial-full': { at: ['line/glued 12 @2894+250'] },
  'legacy-glued-full-full': { at: ['line/glued 12 @2894+348'] },
  'legacy-split-record': { at: ['line/not-json 10 @2047+121', 'line/not-json 11 @2168+144'] },
  'legacy-garbage-first': { at: ['line/not-json 1 @0+61'] },
  'legacy-raw-control-char': { at: ['line/not-json 12 @2894+152'] },
  'legacy-trailing-comma': { at: ['line/not-json 12 @2894+151'] },
  // Two things: a line that is no record, and a file that names no session.
  'legacy-single-json-array': { at: ['meta/missing file @0+0', 'line/not-record 1 @0+4850'] },
  // The list says line 0: there is none, and the finding is about the file. So are the next two.
  'empty-file': { at: ['file/empty file @0+0'] },
  'newlines-only': { at: ['file/empty file @0+3'] },
  'whitespace-only': { at: ['file/empty file @0+8'] },
  'json-scalar-lines': {
    at: [
      'line/not-record 9 @1872+3',
      'line/not-record 10 @1875+7',
      'line/not-record 11 @1882+5',
      'line/not-record 12 @1887+5',
    ],
  },
  'json-array-line': { at: ['line/not-record 9 @1872+3', 'line/not-record 10 @1875+23'] },
  // What is missing stands nowhere: the finding is about the file.
  'meta-missing': { at: ['meta/missing file @0+0'] },
  'meta-second-line': { at: ['meta/not-first 2 @233+379'] },
  'meta-second-line-after-item': {
    at: ['meta/not-first 2 @247+379'],
    besides: {
      findings: ['time/backwards 3 @626+233'],
      why: 'the header was moved with its time, and the line behind it is older',
    },
  },
  'meta-last-line': { at: ['meta/not-first 21 @4469+379'] },
  'meta-duplicate-same-id': { at: ['meta/repeated 12 @2894+379'] },
  'meta-duplicate-other-id': {
    at: ['meta/other-id 2 @379+379'],
    besides: {
      findings: ['tokens/copied 12 @2690+583'],
      why: 'totals behind the header of another session may be its',
    },
  },
  // The id of the header is not that of the name, and was made on another day than the header says.
  'meta-first-other-id': {
    at: ['meta/id-not-in-name 1 @0+379', 'time/name 1 @0+379'],
    besides: {
      findings: ['tokens/copied 12 @2690+583'],
      why: 'totals behind the header of another session may be its',
    },
  },
  'meta-id-mismatch-file-name': { at: ['meta/id-not-in-name 1 @0+379'] },
  'meta-without-id': { at: ['meta/incomplete 1 @0+335'] },
  'meta-without-timestamp': { at: ['meta/incomplete 1 @0+340'] },
  'meta-without-cwd': { at: ['meta/incomplete 1 @0+357'] },
  'meta-without-originator': { at: ['meta/incomplete 1 @0+351'] },
  'meta-without-cli-version': { at: ['meta/incomplete 1 @0+355'] },
  'meta-without-envelope-timestamp': { at: ['meta/missing 1 @0+340'] },
  'meta-without-source': { at: [] },
  'meta-id-not-uuid': { at: ['meta/incomplete 1 @0+353'] },
  'meta-source-unknown-string': { at: ['meta/unknown-source 1 @0+383'] },
  'meta-source-bad-object': { at: ['meta/incomplete 1 @0+390'] },
  // The list does not say that the version in the header is older than the member; it is.
  'meta-history-mode-unknown': { at: ['meta/unknown-mode 1 @0+404', 'format/version 1 @0+404'] },
  'meta-timestamp-not-a-date': { at: ['time/not-a-time 1 @0+364'] },
  'meta-cwd-windows': { at: [] },
  // No defect for Codex; it is worth knowing that nothing was said.
  'meta-only': { at: ['session/no-message file @0+0'] },
  'bare-2025-format': { at: ['format/bare file @0+660'] },
  'foreign-type-item-seq': { at: ['format/foreign file @0+160'] },
  'foreign-exec-json-stdout': { at: ['format/foreign file @0+280'] },
  'record-without-timestamp': { at: ['line/not-record 12 @2894+111'] },
  'record-without-type': { at: ['line/not-record 12 @2894+131'] },
  'record-without-payload': { at: ['line/not-record 12 @2894+60'] },
  'record-payload-null': { at: ['line/not-record 12 @2894+75'] },
  'record-payload-string': { at: ['line/not-record 12 @2894+78'] },
  'record-payload-wrong-types': { at: ['record/codex-skips 12 @2894+108'] },
  'timestamp-not-a-date': { at: ['time/not-a-time 12 @2894+130'] },
  'timestamp-number': { at: ['line/not-record 12 @2894+137'] },
  'timestamp-with-offset': { at: ['time/other-form 12 @2894+155'] },
  'clock-backwards': { at: ['time/backwards 10 @2047+264'] },
  'clock-far-future': { at: ['time/far 12 @2894+150'] },
  'unknown-record-type': { at: ['record/unknown-type 9 @1872+82'] },
  'unknown-event-type': { at: ['record/unknown-type 9 @1872+101'] },
  'unknown-response-item-type': { at: ['record/unknown-type 9 @1872+104'] },
  'unknown-item-type': { at: ['record/unknown-type 8 @2213+310'] },
  // One finding for the file, at the first line.
  'unknown-extra-fields': { at: ['record/unknown-member 1 @0+411'] },
  // Valid, and not as Codex writes: one finding for the file, at the first line.
  'key-order-shuffled': { at: ['text/spelling 1 @0+408'] },
  'call-without-output': { at: ['call/without-output 9 @1872+175'] },
  'output-without-call': { at: ['call/without-call 9 @1872+264'] },
  'output-before-call': {
    at: ['call/out-of-order 9 @1872+264'],
    besides: {
      findings: ['time/backwards 10 @2136+175'],
      why: 'the two lines were exchanged with their times; that they were is named at the first',
    },
  },
  // The second pair of lines is the first one byte for byte: that is the cause, and that the id comes twice follows.
  'call-id-repeated': { at: ['line/repeated 11 @2311+439'] },
  'turn-started-without-completion': { at: ['turn/not-ended 15 @3453+233'] },
  'turn-completed-without-start': { at: ['turn/not-started 13 @3010+210'] },
  // The list does not say that the version in the header is older than ordinals; it is.
  'legacy-with-ordinals': { at: ['format/version 1 @0+391', 'ordinal/in-legacy 1 @0+391'] },
  'user-event-late': { at: ['session/late-message 226 @26570+170'] },
  'ordinal-duplicate': { at: ['ordinal/repeated 15 @5063+395'] },
  'ordinal-gap': { at: ['ordinal/gap 10 @2799+200'] },
  'ordinal-missing-one': { at: ['ordinal/missing 15 @5063+382'] },
  'ordinal-missing-last': { at: ['ordinal/missing 17 @5683+333'] },
  'ordinal-missing-all': { at: ['ordinal/missing 1 @0+5818'] },
  // One finding from the first of the two lines to the end of the second.
  'ordinal-backwards': { at: ['ordinal/backwards 8 @2213+586'] },
  'ordinal-not-from-zero': { at: ['ordinal/not-from-base 1 @0+431'] },
  'ordinal-u64-max': { at: ['ordinal/too-large 17 @5683+364'] },
  'ordinal-string': { at: ['ordinal/not-integer 15 @5063+397'] },
  'ordinal-negative': { at: ['ordinal/not-integer 15 @5063+395'] },
  'ordinal-float': { at: ['ordinal/not-integer 15 @5063+397'] },
  'paginated-unknown-type-at-end': { at: ['record/unknown-type 18 @6029+90'] },
  'paginated-legacy-events': {
    at: ['format/legacy-events 7 @1827+182'],
    besides: {
      findings: ['format/legacy-events 8 @2009+136', 'format/legacy-events 15 @4631+163'],
      why: 'the list names the first of three such events',
    },
  },
  'paginated-no-task-started': {
    at: [],
    besides: {
      findings: ['turn/not-started 16 @5383+346'],
      why: 'the start that the list names is not there; its end is',
    },
  },
  'fork-valid': {
    at: [],
    besides: {
      findings: ['time/in-record 4 @1043+381'],
      why: 'its item was copied with its own time, which is that of the parent',
    },
  },
  'fork-parent-missing': {
    at: ['lineage/parent-missing 1 @0+571'],
    besides: { findings: ['time/in-record 4 @1043+381'], why: 'as in fork-valid' },
  },
  'fork-offset-wrong': {
    at: ['lineage/offset-off-line 1 @0+571'],
    besides: { findings: ['time/in-record 4 @1043+381'], why: 'as in fork-valid' },
  },
  'fork-parent-crlf': {
    at: ['lineage/offset-off-line 1 @0+571'],
    besides: { findings: ['time/in-record 4 @1043+381'], why: 'as in fork-valid' },
  },
  'lone-surrogate-escape': { at: ['text/lone-surrogate 12 @2894+157'] },
  'float-where-integer': { at: ['text/number 2 @379+235', 'text/number 11 @2313+584'] },
  'huge-numbers': { at: ['text/number 11 @2311+613'] },
  'negative-tokens': { at: ['text/negative-count 11 @2311+581'] },
  'duplicate-keys': { at: ['text/repeated-key 12 @2894+197'] },
  'duplicate-keys-meta-id': { at: ['text/repeated-key 1 @0+423'] },
  'proto-keys': { at: ['record/unknown-member 12 @2894+330'] },
  'deep-nesting': { at: ['text/deep 10 @2047+20274'] },
  // The line that was put in is of an unknown type and has a time of its own, too.
  'deep-nesting-objects': {
    at: ['text/deep 10 @2047+60076', 'time/backwards 10 @2047+60076', 'record/unknown-type 10 @2047+60076'],
  },
  'deep-nesting-in-arguments': { at: [] },
  'arguments-not-json': { at: ['call/arguments 9 @1872+163'] },
  'control-characters': {
    at: ['text/control 12 @2894+300'],
    besides: {
      findings: ['text/control 13 @3194+349', 'message/last-answer 14 @3543+210'],
      why: 'the message stands on two lines, and the end of the turn has another last answer',
    },
  },
  'bidi-characters': {
    at: ['text/bidi 12 @2894+164', 'text/invisible 12 @2894+164'],
    besides: {
      findings: ['text/bidi 13 @3058+213', 'text/invisible 13 @3058+213', 'message/last-answer 14 @3271+210'],
      why: 'the message stands on two lines, and the end of the turn has another last answer',
    },
  },
  'ansi-escapes': { at: ['text/control 10 @2047+299'] },
  'html-script': {
    at: [],
    besides: {
      findings: ['message/last-answer 14 @3518+210'],
      why: 'the text was put into the message and not into the last answer of the turn',
    },
  },
  'html-in-first-message': { at: [] },
  'csv-formula': {
    at: [],
    besides: {
      findings: ['message/differs 12 @2881+135'],
      why: 'the text was put into the event and not into the response item',
    },
  },
  'path-traversal': { at: [] },
  'image-data-url': { at: [] },
  'fake-secrets': {
    at: [],
    besides: {
      findings: ['meta/credentials 1 @0+404'],
      why: 'the header holds a secret in the address of the repository, which the list does not name',
    },
  },
  'long-word': {
    at: [],
    besides: {
      findings: ['message/last-answer 14 @403159+210'],
      why: 'the text was put into the message and not into the last answer of the turn',
    },
  },
  'many-lines-message': { at: [] },
}
