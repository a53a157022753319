export type Form = 'base' | 's' | 'past' | 'participle' | 'ing'

/** Past and participle of the verbs that do not take -ed. */
const irregular = new Map(
  `say said said|tell told told|think thought thought|know knew known|write wrote written|speak spoke spoken
  see saw seen|find found found|feel felt felt|hear heard heard|read read read|show showed shown|mean meant meant
  hold held held|put put put|make made made|give gave given|take took taken|get got got|go went gone|come came come
  swear swore sworn|forget forgot forgotten|foresee foresaw foreseen|understand understood understood
  misunderstand misunderstood misunderstood|withdraw withdrew withdrawn|draw drew drawn|lay laid laid
  bring brought brought|send sent sent|let let let|set set set|cast cast cast|stand stood stood|hit hit hit
  beat beat beaten|throw threw thrown|break broke broken|choose chose chosen|teach taught taught|sing sang sung
  begin began begun|keep kept kept|leave left left|lead led led|bet bet bet|dream dreamt dreamt|forecast forecast forecast
  retell retold retold|foretell foretold foretold|uphold upheld upheld|seek sought sought|fight fought fought
  rule ruled ruled|blow blew blown|shoot shot shot|strike struck struck|tear tore torn|swing swung swung|run ran run
  pay paid paid|rewrite rewrote rewritten|forgive forgave forgiven|have had had|do did done|be was been|sound sounded sounded
  lose lost lost|win won won|drive drove driven|rise rose risen|overhear overheard overheard|quit quit quit|ring rang rung
  backtrack backtracked backtracked|deal dealt dealt|spell spelled spelled|shake shook shaken|bear bore borne|meet met met`
    .split(/[|\n]/)
    .map((line) => line.trim().split(' '))
    .map(([base = '', past = '', participle = '']) => [base, { past, participle }]),
)

/** Verbs of two syllables that double their last letter all the same. */
const doubling = new Set(
  'aver refer admit permit commit omit submit regret infer confer defer rebut rebuff quip slam blab chat jab pan dub rap rip tap plan beg hint stop drop spot zap knock nod plug tout tag trot'.split(
    ' ',
  ),
)
const notDoubling = new Set('hint tout knock rebuff'.split(' '))

export function inflect(base: string): [string, Form][] {
  const odd = irregular.get(base)
  const past = odd?.past ?? withEd(base)
  return [
    [base, 'base'],
    [withS(base), 's'],
    [odd?.participle ?? past, 'participle'],
    [past, 'past'],
    [withIng(base), 'ing'],
    ...britishForms(base),
  ]
}

/** "signalled" beside "signaled". */
function britishForms(base: string): [string, Form][] {
  if (!/[^aeiou][aeiou]l$/.test(base) || base.length < 5) return []
  return [
    [base + 'led', 'past'],
    [base + 'led', 'participle'],
    [base + 'ling', 'ing'],
  ]
}

function withS(base: string): string {
  if (/[^aeiou]y$/.test(base)) return base.slice(0, -1) + 'ies'
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? base + 'es' : base + 's'
}

function withEd(base: string): string {
  if (base.endsWith('e')) return base + 'd'
  if (/[^aeiou]y$/.test(base)) return base.slice(0, -1) + 'ied'
  return doubled(base) + 'ed'
}

function withIng(base: string): string {
  if (base === 'lie') return 'lying'
  if (/[^eo]e$/.test(base) && base !== 'be') return base.slice(0, -1) + 'ing'
  return doubled(base) + 'ing'
}

function doubled(base: string): string {
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base)
  return (short || doubling.has(base)) && !notDoubling.has(base) ? base + base.slice(-1) : base
}
