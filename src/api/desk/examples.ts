/* What several examples begin with. */

export const why = { reason: 'The recording was of another day' }

export const statement = {
  quote: 'The quay is sinking',
  mode: 'direct',
  hops: [{ source: 'Lena Okafor', cue: 'said' }],
}

export const particulars = {
  title: 'Port Ansel to close its old harbour',
  publisher: 'Coast Wire',
  published: '2024-03-12',
}
