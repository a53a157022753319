/* What people want most from the record, each with a program that runs as it stands. */

export type Recipe = { wish: string; curl: string; python: string; r: string; browser: string }

export const languages = [
  { key: 'curl', label: 'curl' },
  { key: 'python', label: 'Python' },
  { key: 'r', label: 'R' },
  { key: 'browser', label: 'JavaScript in a browser' },
] as const satisfies { key: keyof Recipe; label: string }[]

/** Python needs only what comes with it; R needs jsonlite for what is not a table. */
export function listRecipes({ baseUrl }: { baseUrl: string }): Recipe[] {
  const at = (path: string) => baseUrl + path
  const anno = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    bodyValue: 'We asked the ministry.',
    target: at('/statements/1'),
  }
  return [
    {
      wish: 'All claims as a table',
      curl: `curl -fsS -o claims.csv '${at('/claims.csv')}'`,
      python: python(`
with urlopen('${at('/claims.csv')}') as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, 'utf-8-sig')))
print(len(rows), list(rows[0]))`),
      r: `claims <- read.csv("${at('/claims.csv')}")\nprint(nrow(claims))`,
      browser: `const text = await (await fetch('${at('/claims.csv')}')).text()\nconsole.log(text.split('\\n')[0])`,
    },
    {
      wish: 'One claim, who said it and what was found',
      ...asJson(at('/claims/1.json'), {
        python: `claim = data['claim']\nprint(claim['sentence'], claim['verdict'] and claim['verdict']['rating']['label'])`,
        r: 'print(data$claim$sentence)',
        browser: 'console.log(data.claim.sentence, data.claim.verdict?.rating.label)',
      }),
    },
    {
      wish: 'All claims with one rating',
      ...asJson(at('/claims.json?rating=false&limit=200'), {
        python: `print(data['total'], [claim['sentence'] for claim in data['claims']])`,
        r: 'print(data$claims$sentence)',
        browser: 'console.log(data.total, data.claims.map((claim) => claim.sentence))',
      }),
    },
    {
      wish: 'A whole list, page by page',
      curl: `next='/statements.json?limit=200'
while [ -n "$next" ]; do
  page=$(curl -fsS "${baseUrl}$next")
  printf '%s\\n' "$page" | head -c 80; echo
  next=$(printf '%s' "$page" | sed -n 's/.*"next":"\\([^"]*\\)".*/\\1/p')
done`,
      python: python(`
statements, address = [], '/statements.json?limit=200'
while address:
    with urlopen('${baseUrl}' + address) as answer:
        page = json.load(answer)
    statements += page['statements']
    address = page['next']
print(len(statements))`),
      r: `library(jsonlite)
address <- "/statements.json?limit=200"
count <- 0
while (!is.null(address)) {
  page <- fromJSON(paste0("${baseUrl}", address))
  count <- count + nrow(page$statements)
  address <- page$\`next\`
}
print(count)`,
      browser: `let address = '/statements.json?limit=200'
const statements = []
while (address) {
  const page = await (await fetch('${baseUrl}' + address)).json()
  statements.push(...page.statements)
  address = page.next
}
console.log(statements.length)`,
    },
    {
      wish: 'What is found by words',
      ...asJson(at('/search?q=water'), {
        accept: true,
        python: `print([hit.get('title') or hit.get('path') for hit in data['hits']])`,
        r: 'print(data$hits$path)',
        browser: 'console.log(data.hits.map((hit) => hit.path))',
      }),
    },
    {
      wish: 'What somebody said and passed on',
      ...asJson(at('/sources/1.json?limit=50'), {
        python: `print(data['source']['name'], [one['words'] for one in data['source']['statements']])`,
        r: 'print(data$source$name)',
        browser: 'console.log(data.source.name, data.source.statements.map((one) => one.words))',
      }),
    },
    {
      wish: 'The text of a document, and where a statement stands in it',
      curl: `curl -fsS '${at('/documents/1/versions/1/text')}'\ncurl -fsS '${at('/documents/1.json')}'`,
      python: python(`
with urlopen('${at('/documents/1/versions/1/text')}') as answer:
    text = answer.read().decode()
with urlopen('${at('/documents/1.json')}') as answer:
    document = json.load(answer)['document']
for statement in document['statements']:
    for span in statement['spans']:
        print(text[span['start']:span['end']])`),
      r: `library(jsonlite)
text <- paste(readLines("${at('/documents/1/versions/1/text')}", encoding = "UTF-8"), collapse = "\\n")
document <- fromJSON("${at('/documents/1.json')}")$document
for (spans in document$statements$spans) print(substring(text, spans$start + 1, spans$end))`,
      browser: `const text = [...(await (await fetch('${at('/documents/1/versions/1/text')}')).text())]
const { document: kept } = await (await fetch('${at('/documents/1.json')}')).json()
for (const { spans } of kept.statements)
  for (const { start, end } of spans) console.log(text.slice(start, end).join(''))`,
    },
    {
      wish: 'What is new',
      ...asJson(at('/feed.json'), {
        python: `print([(item['date_modified'], item['title']) for item in data['items']])`,
        r: 'print(data$items$title)',
        browser: 'console.log(data.items.map((item) => item.title))',
      }),
    },
    {
      wish: 'All fact checks as ClaimReview',
      ...asJson(at('/claim-reviews'), {
        python: `print([one['item']['claimReviewed'] for one in data['dataFeedElement']])`,
        r: 'print(data$dataFeedElement$item$claimReviewed)',
        browser: 'console.log(data.dataFeedElement.map((one) => one.item.claimReviewed))',
      }),
    },
    {
      wish: 'Send an annotation, with a token',
      curl: `curl -fsS -X POST -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: ${anno}' \\
  -d '${JSON.stringify(annotation)}' \\
  '${at('/annotations/')}'`,
      python: python(`
annotation = ${JSON.stringify(annotation)}
request = Request('${at('/annotations/')}', json.dumps(annotation).encode(), {
    'Authorization': 'Bearer ' + os.environ['TOKEN'],
    'Content-Type': '${anno}',
})
with urlopen(request) as answer:
    print(answer.headers['Location'])`),
      r: `library(curl)
request <- new_handle(postfields = '${JSON.stringify(annotation)}')
handle_setheaders(request, Authorization = paste("Bearer", Sys.getenv("TOKEN")),
  "Content-Type" = "application/ld+json")
print(parse_headers(curl_fetch_memory("${at('/annotations/')}", request)$headers))`,
      browser: `const answer = await fetch('${at('/annotations/')}', {
  method: 'POST',
  headers: { Authorization: \`Bearer \${TOKEN}\`, 'Content-Type': 'application/ld+json' },
  body: JSON.stringify(${JSON.stringify(annotation)}),
})
console.log(answer.status, answer.headers.get('Location'))`,
    },
  ]
}

type Uses = { python: string; r: string; browser: string; accept?: boolean }

/** One address that answers JSON, and what each language does with it. */
function asJson(address: string, { accept, ...uses }: Uses): Omit<Recipe, 'wish'> {
  const json = 'application/json'
  return {
    curl: `curl -fsS ${accept ? `-H 'Accept: ${json}' ` : ''}'${address}'`,
    python: python(
      accept
        ? `\nwith urlopen(Request('${address}', headers={'Accept': '${json}'})) as answer:\n    data = json.load(answer)\n${uses.python}`
        : `\nwith urlopen('${address}') as answer:\n    data = json.load(answer)\n${uses.python}`,
    ),
    r: accept
      ? `library(jsonlite)\nrequest <- curl::new_handle(httpheader = "Accept: ${json}")\ndata <- fromJSON(rawToChar(curl::curl_fetch_memory("${address}", request)$content))\n${uses.r}`
      : `data <- jsonlite::fromJSON("${address}")\n${uses.r}`,
    browser: `const answer = await fetch('${address}'${accept ? `, { headers: { Accept: '${json}' } }` : ''})\nconst data = await answer.json()\n${uses.browser}`,
  }
}

/** Imports only what the program uses. */
function python(program: string): string {
  const modules = ['csv', 'io', 'json', 'os'].filter((name) => new RegExp(`\\b${name}\\.`).test(program))
  const names = ['Request', 'urlopen'].filter((name) => program.includes(`${name}(`))
  return [
    ...(modules.length > 0 ? [`import ${modules.join(', ')}`] : []),
    `from urllib.request import ${names.join(', ')}`,
    program,
  ].join('\n')
}
