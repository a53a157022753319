import { isPublic } from '../documents/documents.ts'
import { atomType } from '../feeds/atom.ts'
import { frameFor } from './oembed.ts'

type Shared = {
  id: number
  sentence: string
  state: Parameters<typeof isPublic>[0]['state']
  topics: { id: number; name: string }[]
}

/** How readers share a claim: its permanent address, the code to embed it, and the feeds that include it. */
export function shareOf({ topics, ...claim }: Shared, baseUrl: string) {
  if (!isPublic(claim)) return undefined
  const path = `/claims/${claim.id}`
  const about = topics.map(({ id, name }) => ({ href: `/topics/${id}/feed.atom`, title: `Claims about ${name}` }))
  const feeds = [{ href: '/feed.atom', title: 'What is new on record' }, ...about]
  const oembed = `${baseUrl}/oembed?url=${encodeURIComponent(baseUrl + path)}`
  return {
    path,
    feeds,
    embed: frameFor(claim, baseUrl),
    alternates: [
      { type: 'application/json+oembed', href: oembed, title: claim.sentence },
      { type: 'text/xml+oembed', href: `${oembed}&format=xml`, title: claim.sentence },
      ...feeds.map((feed) => ({ type: atomType, ...feed })),
    ],
  }
}
