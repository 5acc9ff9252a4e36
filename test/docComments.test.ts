/** Every exported thing says in a comment what it is, so that nobody reads its code to find out. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { repositoryFolder } from './support/shared'

const source = join(repositoryFolder(), 'src')

/** The exported declarations of a file by name, each with whether a doc comment stands before it. */
function exportsOf(
  text: string,
  path: string,
): readonly { readonly name: string; readonly isSaid: boolean }[] {
  const file = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  })
  // The comment of a file is the one before its first statement; it is about what the file is named after.
  const subject = text.startsWith('/**') ? basename(path, extname(path)).toLowerCase() : null
  return file.statements.filter(isExported).flatMap((statement) => {
    const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []
    const isCommented = comments.some(({ pos }) => text.startsWith('/**', pos))
    return namesOf(statement, file).map((name) => {
      const isSaid = isCommented || name.toLowerCase() === subject || saysItself(name, statement, file)
      return { name, isSaid }
    })
  })
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function namesOf(statement: ts.Statement, file: ts.SourceFile): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(file))
  }
  const { name } = statement as ts.Statement & { readonly name?: ts.Node }
  return [name?.getText(file) ?? 'a statement without a name']
}

/** The type of a schema or of a list of words stands below it, and the props of a component above it. */
function saysItself(name: string, statement: ts.Statement, file: ts.SourceFile): boolean {
  if (!ts.isTypeAliasDeclaration(statement)) return name.endsWith('Props')
  return /^(z\.(infer|input|output)<typeof |\(typeof )/.test(statement.type.getText(file))
}

it('is there for everything that src exports', () => {
  const unsaid: string[] = []
  let count = 0
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!/\.tsx?$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    for (const { name, isSaid } of exportsOf(readFileSync(path, 'utf8'), path)) {
      count += 1
      if (!isSaid) unsaid.push(`${path.slice(source.length + 1)} ${name}`)
    }
  }
  expect(unsaid).toEqual([])
  expect(count).toBeGreaterThan(2000)
})

it.each([
  ['export const a = 1\n', false],
  ['/** Says. */\nexport const a = 1\n', true],
  ["/** Says. */\nimport 'b'\nexport const a = 1\n", false],
  ["/** Says. */\nimport 'b'\nexport class X {}\n", true],
  ['// Says.\nexport interface A {}\n', false],
  ["import 'b'\n/** Says. */\nexport interface A {}\nexport type B = 1\n", false],
  ["import 'b'\nexport type A = z.infer<typeof ASchema>\n", true],
])('is looked for in %j', (text, isSaid) => {
  expect(exportsOf(text, 'x.ts').every((one) => one.isSaid)).toBe(isSaid)
})
