import path from 'node:path'
import type { Rule } from 'eslint'
import { findCircles, floorsOf, mayImport, readImports, roomOf } from './structure.ts'

type Imported = { type: string; value?: unknown } | null | undefined

/** Reports imports of a room that stands no lower, and files that import each other in a circle; types count. */
export function floorsRule(floors: readonly (readonly string[])[]): Rule.RuleModule {
  const known = floorsOf(floors)
  const circles = new Map(findCircles(readImports()).flatMap((circle) => circle.map((file) => [file, circle])))

  return {
    meta: { type: 'problem', schema: [] },
    create(context) {
      const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')

      function check(node: Rule.Node, source: Imported): void {
        if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return
        const other = path.posix.join(path.posix.dirname(file), source.value)
        if (!other.startsWith('src/') || mayImport(known, file, other)) return
        const [room, imported] = [roomOf(file), roomOf(other)]
        const message = known.has(room)
          ? `${room} may not import ${imported}, which stands no lower: see the floors in eslint.config.ts`
          : `${room} stands on no floor: give it one in eslint.config.ts`
        context.report({ node, message })
      }

      return {
        Program() {
          const circle = circles.get(file)
          if (!circle) return
          context.report({
            loc: { line: 1, column: 0 },
            message: `Import each other in a circle: ${circle.join(', ')}`,
          })
        },
        ImportDeclaration: (node) => check(node, node.source),
        ExportNamedDeclaration: (node) => check(node, node.source),
        ExportAllDeclaration: (node) => check(node, node.source),
        ImportExpression: (node) => check(node, node.source),
      }
    },
  }
}
