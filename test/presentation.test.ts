import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimPage } from '../src/pages/claim-page.ts'
import { statementPage } from '../src/pages/statement-page.ts'
import { sourcePage } from '../src/pages/source-words.ts'
import { presentGraph, presentTimeline } from '../src/pictures/presentation.ts'
import { fieldOf, isOffered } from '../src/web/field.ts'
import { blankForm } from '../src/web/forms.ts'
import { formatSpell } from '../src/words/dates.ts'
import { Filters } from '../src/work/schema.ts'
import { presentBulk, presentDesk, presentWork } from '../src/work/presentation.ts'

const ana = { id: 1, name: 'Ana Costa', handle: 'ana-costa' }
const ben = { id: 2, name: 'Ben Adeyemi', handle: 'ben' }
const labelsOf = (choices: { label: string }[]) => choices.map(({ label }) => label)

// ── Fields of forms ──────────────────────────────────────────────────────────────────────────────────────────────

test('a field in a list of rows is found by its path, and sent and named as the rows are', () => {
  const values = { hops: [{ cue: 'said' }, { cue: 'reported', translated: 'true' }] }
  const form = { ...blankForm(values), errors: { 'hops.1.cue': ['Say how', 'As printed'] } }
  assert.deepEqual(fieldOf(form, 'hops.1.cue', { prefix: 'edit', hint: 'As printed' }), {
    id: 'edit-hops-1-cue',
    sentAs: 'hops[1][cue]',
    value: 'reported',
    isTicked: false,
    describedBy: 'edit-hops-1-cue-hint edit-hops-1-cue-error',
    problem: 'Say how. As printed',
  })
  assert.equal(fieldOf(form, 'hops.1.translated').isTicked, true)
  const missing = fieldOf(form, 'hops.7.cue')
  assert.deepEqual([missing.value, missing.describedBy, missing.problem], ['', '', ''])
})

test('boxes that are offered ticked stay so until a form was sent without them', () => {
  assert.equal(isOffered({ ...blankForm(), isBegun: false }, 'claimIds', 3), true)
  const refused = { ...blankForm({ claimIds: ['3', '4'], one: '5' }), isBegun: true }
  assert.deepEqual(
    [isOffered(refused, 'claimIds', 3), isOffered(refused, 'claimIds', 5), isOffered(refused, 'one', 5)],
    [true, false, true],
  )
  assert.equal(isOffered(refused, 'verdictIds', 3), false)
})

// ── The desk ─────────────────────────────────────────────────────────────────────────────────────────────────────

const tabs = [
  { path: '/desk?view=mine', label: 'Mine', isHere: false },
  { path: '/desk?view=open', label: 'All open', isHere: true },
]

test('a list of the desk is headed by its name and how much is in it, and offers who can have something', () => {
  const filters = Filters.parse({ view: 'open' })
  const desk = { filters, query: 'view=open&q=harbour+%26+quay', tabs, total: '1', colleagues: [ana, ben] }
  const shown = presentDesk(desk)
  assert.equal(shown.heading, 'All open (1)')
  assert.equal(presentDesk({ ...desk, total: '1,000+' }).heading, 'All open (1,000+)')
  assert.equal(shown.here, tabs[1])
  assert.equal(shown.backHere, '/desk?view=open&q=harbour+%26+quay')
  assert.deepEqual(shown.fields, [
    { name: 'view', value: 'open' },
    { name: 'q', value: 'harbour & quay' },
  ])
  assert.deepEqual(labelsOf(shown.assignees), ['Any', 'I', 'Nobody', 'Ana Costa', 'Ben Adeyemi'])
  assert.equal(shown.hasAssignee, true)
})

test('whose things they are is not asked where the list says it', () => {
  for (const view of ['mine', 'unassigned']) {
    const desk = { filters: Filters.parse({ view }), query: '', tabs, total: '0', colleagues: [] }
    assert.equal(presentDesk(desk).hasAssignee, false)
  }
})

const bulk = { query: 'view=open', only: '', total: '17', colleagues: [ana], asked: {}, action: null, plan: null }

test('a change of many things carries its list, then what to do, then what becomes of them and what was looked at', () => {
  assert.equal(presentBulk(bulk).which, 'All on this list: 17 things')
  assert.equal(presentBulk(bulk).actionLabel, null)
  const asked = { view: 'open', assignTo: '@ana-costa', tag: ['a', 'list'], dueOn: '' }
  const shown = presentBulk({ ...bulk, only: '3,4', total: '2', action: 'assign', asked, plan: { digest: 'd1' } })
  assert.equal(shown.which, '2 things that you ticked')
  assert.equal(shown.actionLabel, 'Assign')
  const list = [
    { name: 'view', value: 'open' },
    { name: 'only', value: '3,4' },
  ]
  assert.deepEqual(shown.listFields, list)
  assert.deepEqual(shown.chosenFields, [...list, { name: 'action', value: 'assign' }])
  assert.deepEqual(shown.plannedFields.slice(3), [
    { name: 'assignTo', value: '@ana-costa' },
    { name: 'dueOn', value: '' },
    { name: 'digest', value: 'd1' },
  ])
  assert.deepEqual(shown.assignees, [
    { value: '', label: 'Nobody' },
    { value: '@ana-costa', label: 'Ana Costa' },
  ])
})

test('who has a thing can keep it, also after they have left', () => {
  const due = new Date('2024-03-12')
  const shown = presentWork({ assignee: ben, dueOn: due, priority: 'high' }, [ana])
  assert.deepEqual(shown.values, { assignee: '@ben', due: '2024-03-12', priority: 'high' })
  assert.deepEqual(labelsOf(shown.assignees), ['Nobody', 'Ana Costa', 'Ben Adeyemi'])
  const free = presentWork({ assignee: null, dueOn: null, priority: 'normal' }, [ana])
  assert.deepEqual(free.values, { assignee: '', due: '', priority: 'normal' })
  assert.deepEqual(labelsOf(free.assignees), ['Nobody', 'Ana Costa'])
})

// ── Claims and statements ────────────────────────────────────────────────────────────────────────────────────────

const verdict = (id: number, state: 'draft' | 'published' | 'withdrawn', label: string) => ({
  id,
  state,
  rating: { label, meaning: `Means ${label}`, tone: 'open' as const },
  reply: null,
  ...{ account: 'Ravi Sol', createdAt: new Date('2024-03-12'), publishedAt: new Date('2024-03-13') },
})
const draft = verdict(2, 'draft', 'False')
const published = verdict(1, 'published', 'True')

test('a claim’s page tells readers what they see, also while another verdict waits, and what was withdrawn', () => {
  const day = new Date('2024-03-12')
  const succession = [
    { state: 'withdrawn' as const, rating: { label: 'False' }, publishedAt: day, withdrawnAt: day },
    { state: 'withdrawn' as const, rating: { label: 'True' }, publishedAt: null, withdrawnAt: day },
    { state: 'published' as const, rating: { label: 'True' }, publishedAt: day, withdrawnAt: null },
  ]
  const statements = [{ stance: 'doubts' as const }, { stance: 'asserts' as const }]
  const origins = { reports: 2, line: '2 reports, 1 origin' }
  const claim = {
    id: 4,
    state: 'published' as const,
    mergedIntoId: null,
    verdict: draft,
    verdicts: [draft, published],
    succession,
    statements,
    origins,
  }
  const shown = claimPage(claim)
  assert.match(shown.description, /^Is it true\? True\. 2 reports, 1 origin: who said it, /)
  assert.deepEqual([shown.isPublic, shown.awaits, shown.meanwhile, shown.cited], [true, false, published, null])
  assert.deepEqual(shown.takenBack, [succession[0]])
  assert.deepEqual(
    [shown.rating.label, shown.box.rows[0]?.meaning, shown.box.by?.who],
    ['False', 'Means False', 'Ravi Sol'],
  )
  assert.deepEqual(shown.box.more, [{ term: 'Before', words: 'True', path: '/claims/4/verdicts' }])
  assert.deepEqual(shown.against, [{ heading: 'They doubt it', statements: [{ stance: 'doubts' }] }])

  const bare = {
    id: 5,
    state: 'in_review' as const,
    mergedIntoId: null,
    verdict: null,
    verdicts: [],
    succession: [],
    statements: [],
  }
  const blank = claimPage({ ...bare, origins: { reports: 0, line: '' } })
  assert.match(blank.description, /^Is it true\? Not checked yet\. Who said it, /)
  assert.deepEqual([blank.isPublic, blank.awaits, blank.meanwhile, blank.against], [false, true, null, []])
})

const rated = (slug: string) => ({ slug, meaning: `Means ${slug}` })
const told = {
  ...{ naming: 'named' as const, sourcePath: null, cue: null, addressee: null, medium: 'speech', translated: false },
  ...{ place: 'Moscow', when: '7 October 2021' },
}

test('a statement’s page has the checks of the whole and of each step, each with all others of its line', () => {
  const steps = [
    { ...told, id: 71, number: 1, who: 'Kabulov', verdict: published, verdicts: [published], rating: rated('ok') },
    { ...told, id: 72, number: 2, who: 'media', cue: 'reported', verdict: null, verdicts: [], rating: rated('none') },
  ]
  const standing = {
    ...{ told: 'Told so.', tone: 'bad' as const },
    answers: [
      {
        on: 'claim',
        isChecked: true,
        axis: 'True?',
        towards: null,
        question: 'Is it true?',
        slug: 'false',
        label: 'False',
      },
      {
        on: 'claim',
        isChecked: false,
        axis: 'True?',
        towards: null,
        question: 'Is it true?',
        slug: 'none',
        label: 'Unchecked',
      },
      {
        on: 'statement',
        isChecked: true,
        axis: 'Said?',
        towards: null,
        question: 'Did they say it?',
        slug: 'ok',
        label: 'Yes',
      },
    ],
  }
  const statement = {
    ...{ id: 7, words: `It ${'very '.repeat(30)}slow`, line: 'Kabulov said so.', state: 'published' as const },
    ...{ mode: 'indirect' as const, act: 'says' as const, polarity: 'positive' as const },
    ...{ verdict: draft, verdicts: [draft, published], rating: rated('ok'), standing, steps },
    claims: [{ rating: rated('false') }],
  }
  const document = {
    ...{ path: '/documents/3', title: 'Talks', publisher: { name: 'Wire' }, state: 'published' as const },
    ...{ publishedOn: new Date('2021-10-20'), publishedPrecision: 'day' as const },
  }
  const older = { verdict: published }
  const gone = { verdict: null }
  const successions = { whole: [{ verdict: draft }, older], steps: [[{ verdict: published }, gone], []] }
  const shown = statementPage({ statement, document, successions, step: null })
  assert.deepEqual(shown.judging, { step: undefined, about: 'statement-7', current: draft })
  const ofStep = statementPage({ statement, document, successions, step: 71 })
  assert.deepEqual(ofStep.judging, { step: steps[0], about: 'step-71', current: published })
  assert.ok(shown.stances.some(({ value, label }) => value === 'doubts' && label === 'doubts it'))
  assert.deepEqual(
    shown.checks.map(({ heading, isWhole, meanwhile, past, others }) => [heading, isWhole, meanwhile, past, others]),
    [
      [null, true, published, [older], 'Other verdicts on the statement'],
      ['Step 1: Kabulov', false, null, [gone], 'Other verdicts on step 1'],
      [null, false, null, [], 'Other verdicts on step 2'],
    ],
  )
  assert.deepEqual([shown.isPublic, shown.annotation, shown.cited], [true, 'statement-7', null])
  assert.equal(shown.found, 'Is it true? False.')
  assert.equal(shown.description, 'Kabulov said so. Told so.')
  assert.match(shown.title, /^Kabulov said “It (very )+\w*…”$/)
  assert.deepEqual(
    shown.through.map((pieces) => pieces.map(({ words }) => words).join('')),
    ['In Moscow, 7 October 2021', 'passed on by media (“reported”)', 'published by Wire in Talks, 20 October 2021'],
  )
  assert.deepEqual(
    shown.box.rows.map(({ axis, label, meaning }) => [axis, label, meaning]),
    [
      ['True?', 'False', 'Means false'],
      ['True?', 'Unchecked', 'Means none'],
      ['Said?', 'Yes', 'Means ok'],
    ],
  )
  const hidden = statementPage({ statement, document: { ...document, state: 'draft' }, successions, step: null })
  assert.deepEqual([hidden.isPublic, hidden.annotation], [false, undefined])
})

test('a source’s page has what is known of it, and what it said apart from what it passed on', () => {
  const own = { kind: 'person' as const, description: null, wikidataId: 'Q42' }
  const shown = sourcePage({ ...own, statements: [{ part: 'passedOn', id: 1 }] })
  assert.equal(shown.belowName, 'Person')
  assert.deepEqual(
    shown.own.map(({ value, href }) => [value, href]),
    [['Q42', 'https://www.wikidata.org/wiki/Q42']],
  )
  assert.deepEqual(
    shown.parts.map(({ id, statements }) => [id, statements.length]),
    [
      ['said', 0],
      ['passedOn', 1],
    ],
  )
  const since = { since: new Date('2019-01-01'), sincePrecision: 'year' as const }
  const until = { until: new Date('2021-10-07'), untilPrecision: 'day' as const }
  assert.equal(formatSpell({ ...since, ...until }), ', since 2019, until 7 October 2021')
  assert.equal(formatSpell({ since: null, sincePrecision: null, ...until }), ', until 7 October 2021')
})

// ── Pictures in words ────────────────────────────────────────────────────────────────────────────────────────────

const step = {
  from: { name: 'Kabulov', path: '/sources/1' },
  to: { name: 'Wire', path: null },
  cues: ['told', 'said'],
  inCircle: false,
  stances: ['asserts' as const],
  count: 7,
  statements: [{ id: 1, words: `It ${'very '.repeat(20)}slow`, path: '/statements/1', stance: 'asserts' as const }],
}

test('the table below a graph says how each step was passed on, and of how many more passages', () => {
  const node = { name: 'Kabulov', path: '/sources/1', mark: 'the only origin' }
  const plain = { ...node, mark: null }
  const graph = { subject: { kind: 'claims' as const }, nodes: [node, plain], steps: [step] }
  const shown = presentGraph(graph)
  assert.deepEqual(shown.marked, [
    { name: 'Kabulov', path: '/sources/1', says: 'the only origin: every report here goes back to them' },
  ])
  const [row] = shown.table
  assert.deepEqual([row?.how, row?.more, row?.statements[0]?.words.length], ['“told”, “said”', 6, 82])
  assert.match(row?.statements[0]?.words ?? '', /^“It very very .*…”$/)
  assert.deepEqual([shown.isRound, shown.hasOtherStances], [false, false])

  const round = { ...step, cues: [], inCircle: true, stances: ['doubts' as const] }
  const other = presentGraph({ ...graph, nodes: [], steps: [round] })
  assert.deepEqual([other.table[0]?.how, other.isRound, other.hasOtherStances], ['published', true, true])
})

test('the table below a timeline has an anchor where each date begins, and what has no date last', () => {
  const entry = {
    ...{ row: 'Wire', words: 'It was late', path: '/statements/1', line: 'Wire says so', document: null },
    ...{ isReport: true, stance: 'asserts' as const, kind: 'printed' as const, tone: null },
  }
  const dated = { ...entry, on: new Date('2024-03-12'), precision: 'month' as const }
  const shown = presentTimeline({
    subject: { kind: 'claims' },
    count: 3,
    most: null,
    dates: [{ anchor: 'on-2024-03', entries: [dated, { ...dated, kind: 'said' }] }],
    undated: [{ ...entry, stance: 'denies' }],
  })
  assert.deepEqual(
    shown.table.map(({ anchor, day, isAgainst }) => [anchor, day?.iso, day?.words, day?.kind, isAgainst]),
    [
      ['on-2024-03', '2024-03-12', 'March 2024', 'printed', false],
      [null, '2024-03-12', 'March 2024', 'said', false],
      ['without-date', undefined, undefined, undefined, true],
    ],
  )
  assert.deepEqual([shown.isOfClaim, shown.hasOtherStances, shown.what], [true, true, 'claim'])
})
