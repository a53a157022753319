import { type Facet, notChecked, searchPath } from './facets.ts'
import { examples, isOperator, type Operator, operators, parseQuery, writeQuery } from './query.ts'

/** What can stand before a colon, each with an example that finds something here, where there is anything to find. */
export function explainLanguage(facets: readonly Facet[]) {
  return Object.keys(operators)
    .filter(isOperator)
    .map((name) => {
      const example = exampleOf(name, facets)
      return { name, meaning: operators[name], example, path: searchPath({ q: example }) }
    })
}

function exampleOf(name: Operator, facets: readonly Facet[]): string {
  // Whoever publishes something is also through whom it came.
  const sort = name === 'via' ? 'in' : name
  const [commonest] = facets.find((facet) => facet.sort === sort)?.choices.filter(isTelling) ?? []
  const [known] = parseQuery(examples[name]).terms
  return writeQuery([{ kind: name, text: commonest?.name ?? known?.text ?? '', not: false }])
}

/** What nobody has checked is no example of what was found. */
function isTelling({ name }: { name: string }): boolean {
  return name !== notChecked
}
