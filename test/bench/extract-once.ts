import { extractStatements } from '../../src/extraction/extract.ts'
import { newsText } from './news-text.ts'

/* One long text in a process of its own, which says how much memory it held at most, in kilobytes. */
extractStatements(newsText(Number(process.argv[2])), { publishedOn: '2024-02-29' })
console.log(process.resourceUsage().maxRSS)
