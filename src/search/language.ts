import { type Facet, notChecked, searchPath } from './facets.ts'
import { examples, isOperator, type Operator, operators, parseQuery, writeQuery } from './query.ts'

/** The search prefixes, each with an example that has results here, if there are any. */
export function explainLanguage(facets: readonly Facet[]) {
  return Object.keys(operators)
    .filter(isOperator)
    .map((name) => {
      const example = exampleOf(name, facets)
      return { name, meaning: operators[name], example, path: searchPath({ q: example }) }
    })
}

function exampleOf(name: Operator, facets: readonly Facet[]): string {
  // A publisher is also one who passed the words on.
  const sort = name === 'via' ? 'in' : name
  const [commonest] = facets.find((facet) => facet.sort === sort)?.choices.filter(isTelling) ?? []
  const [known] = parseQuery(examples[name]).terms
  return writeQuery([{ kind: name, text: commonest?.name ?? known?.text ?? '', not: false }])
}

/** "Unchecked" is no example of a rating. */
function isTelling({ name }: { name: string }): boolean {
  return name !== notChecked
}
