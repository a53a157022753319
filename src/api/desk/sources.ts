import { EditedSource, TypedName } from '../../sources/schema.ts'
import { EditedTopic } from '../../topics/schema.ts'
import { Suggested } from '../answers.ts'
import { changes, reads } from '../operation.ts'

/** Sources and topics. */
export const sourcesAndTopics = [
  reads('GET /sources/suggestions', 'Sources while one types', 'read drafts', {
    query: TypedName,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /sources/:id/edit', 'A source, to change it', 'edit sources'),
  changes('POST /sources/:id', 'Change a source', 'edit sources', {
    body: EditedSource,
    example: { revision: 1, name: 'Lena Okafor', kind: 'person', aliases: ['Mayor Okafor'] },
  }),
  reads('GET /topics/suggestions', 'Topics while one types', 'read drafts', {
    query: TypedName,
    answer: Suggested,
    alsoAs: [],
  }),
  reads('GET /topics/:id/edit', 'A topic, to change it', 'edit topics'),
  changes('POST /topics/:id', 'Change a topic', 'edit topics', {
    body: EditedTopic,
    example: { revision: 1, name: 'Harbours', aliases: ['Ports'] },
  }),
]
