import path from 'node:path'
import dotenv from 'dotenv'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

const port = z.coerce.number('a number from 0 to 65535').int().min(0).max(65535)
const hour = 60 * 60 * 1000
const seconds = z.coerce.number('a number of seconds').min(0).max(86_400)
const networks = z.string().transform((list, context) => {
  const named = list.split(/[\s,]+/).filter(Boolean)
  const isNetwork = (one: string) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one)
  if (!named.every(isNetwork)) context.addIssue({ code: 'custom', message: 'addresses or networks such as 10.0.0.0/8' })
  return named
})
const bucket = z.string().transform((address, context) => {
  const url = URL.parse(address)
  const isPlain = url && [url.username, url.password, url.search, url.hash].every((part) => part === '')
  const names = url?.pathname.split('/').filter(Boolean) ?? []
  if (isPlain && /^https?:$/.test(url.protocol) && names.length > 0 && names.every((one) => /^[\w.-]+$/.test(one))) {
    return `${url.origin}/${names.join('/')}`
  }
  const message = 'the address of a bucket without keys in it, such as https://s3.example.org/desk-originals'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})
const megabytes = z.coerce.number('a number of megabytes').positive().max(1000)

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('localhost'),
  PORT: port.default(3000),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'an address such as https://desk.example.org' }).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgres://desk@db/on_record' })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  ORIGINALS_DIR: z.string().min(1).optional(),
  ORIGINALS_BUCKET: bucket.optional(),
  ORIGINALS_BUCKET_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'the name of a region, such as eu-central-1')
    .default('us-east-1'),
  ORIGINALS_BUCKET_KEY: z.string().min(1).optional(),
  ORIGINALS_BUCKET_SECRET: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters, such as `openssl rand -hex 32` prints').optional(),
  SESSION_DAYS: z.coerce.number('a number of days').positive().max(365).default(30),
  SESSION_IDLE_HOURS: z.coerce.number('a number of hours').positive().max(8760).default(12),
  TRUST_PROXY: z.coerce.number('how many proxies stand in front, 0 for none').int().min(0).max(10).default(0),
  MAX_TEXT_MB: megabytes.default(5),
  DATABASE_POOL: z.coerce.number('a number of connections').int().min(2).max(200).default(10),
  DATABASE_STATEMENT_SECONDS: seconds.default(30),
  DATABASE_LOCK_SECONDS: seconds.default(10),
  DATABASE_ANSWER_SECONDS: seconds.default(10),
  DATABASE_START_SECONDS: seconds.default(60),
  REQUESTS_PER_MINUTE: z.coerce.number('a number of requests').int().min(1).max(1_000_000).default(600),
  READER_REQUESTS_PER_MINUTE: z.coerce.number('a number of requests').int().min(1).max(1_000_000).default(6000),
  PUBLISH_OWN_VERDICTS: z.enum(['true', 'false'], 'true or false').default('false'),
  CHROMIUM: z.string().min(1).optional(),
  CHROMIUM_SECONDS: z.coerce.number('a number of seconds').int().min(5).max(600).default(40),
  FETCH_ALLOW: networks.default([]),
  FETCH_AGAIN: z.enum(['true', 'false'], 'true or false').default('true'),
  SECURITY_CONTACT: z
    .url({ protocol: /^(https|mailto|tel)$/, error: 'an address such as mailto:security@desk.example.org' })
    .optional(),
  NEWSROOM: z.string().trim().min(1).max(100).default('On Record'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Config = {
  environment: 'development' | 'production' | 'test'
  host: string
  port: number
  /** Without a slash at its end; absolute links are made from it. */
  baseUrl: string
  databaseUrl: string | undefined
  dataDir: string
  /** Where the originals of what is imported are kept: docs/decisions/originals.md. */
  originals: { folder: string } | { bucket: Bucket } | 'database'
  /** What opens a bucket, also one that originals are moved from. */
  bucketKeys: BucketKeys | undefined
  sessionSecret: string | undefined
  /** In milliseconds: how long somebody may stay away before they have to sign in again, and how long they may stay. */
  sessions: { idle: number; longest: number }
  trustProxy: number
  maxTextBytes: number
  databasePool: number
  /** How long the database may take, in seconds, 0 for ever: docs/decisions/away.md. */
  databaseLimits: { statement: number; lock: number; answer: number }
  /** How long the start waits for a server that does not answer yet, in seconds. */
  databaseStart: number
  /** From one program: docs/decisions/api.md. */
  requestsPerMinute: number
  /** From one address, for pages, without an account: docs/decisions/page-cache.md. */
  readerRequestsPerMinute: number
  /** Addresses and networks inside, such as 10.0.0.0/8, that pages may be fetched from besides the public internet. */
  fetchAllow: string[]
  /** Documents are fetched again from their addresses, to see what their publishers changed. */
  fetchesAgain: boolean
  /** What draws pages, and how many seconds one may take; undefined where none is drawn. */
  chromium: { path: string; seconds: number } | undefined
  newsroom: string
  /** Where to report faults in the desk itself. */
  securityContact: string | undefined
  /** People may publish verdicts that they gave themselves. */
  ownVerdicts: boolean
  logLevel: string
}

export type BucketKeys = { region: string; key: string; secret: string }

/** In a store that speaks S3: the address is the bucket's, and may go on with folders in it. */
export type Bucket = BucketKeys & { address: string }

/** The desk's address and its newsroom's name, as given in feeds and data. */
export type Desk = Pick<Config, 'baseUrl' | 'newsroom'>

/** Names the wrong variable and the expected value; the start prints it and ends. */
export class ConfigError extends Error {}

/** The environment, with `.env` for what it leaves out. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = '.env'): Config {
  const fromFile: Record<string, string> = {}
  dotenv.config({ path: envFile, processEnv: fromFile, quiet: true })
  const given = Object.entries({ ...fromFile, ...environment }).filter(([, value]) => value !== '')

  const result = Environment.safeParse(Object.fromEntries(given))
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')} should be ${wanted(issue)}`)
    throw new ConfigError(`${faults.join('. ')}. See .env.example.`)
  }

  const env = result.data
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    baseUrl: (env.BASE_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/(?<!\/)\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    originals: originalsOf(env),
    bucketKeys: bucketKeysOf(env),
    sessionSecret: env.SESSION_SECRET,
    sessions: { idle: env.SESSION_IDLE_HOURS * hour, longest: env.SESSION_DAYS * 24 * hour },
    trustProxy: env.TRUST_PROXY,
    maxTextBytes: env.MAX_TEXT_MB * 1024 * 1024,
    databasePool: env.DATABASE_POOL,
    databaseLimits: {
      statement: env.DATABASE_STATEMENT_SECONDS,
      lock: env.DATABASE_LOCK_SECONDS,
      answer: env.DATABASE_ANSWER_SECONDS,
    },
    databaseStart: env.DATABASE_START_SECONDS,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    readerRequestsPerMinute: env.READER_REQUESTS_PER_MINUTE,
    fetchAllow: env.FETCH_ALLOW,
    fetchesAgain: env.FETCH_AGAIN === 'true',
    chromium: env.CHROMIUM === undefined ? undefined : { path: env.CHROMIUM, seconds: env.CHROMIUM_SECONDS },
    newsroom: env.NEWSROOM,
    securityContact: env.SECURITY_CONTACT,
    ownVerdicts: env.PUBLISH_OWN_VERDICTS === 'true',
    logLevel: env.LOG_LEVEL,
  }
}

/** Desks that share a server need not share a folder. Throws ConfigError. */
function originalsOf(env: z.output<typeof Environment>): Config['originals'] {
  if (env.ORIGINALS_BUCKET !== undefined) {
    const keys = bucketKeysOf(env)
    if (env.ORIGINALS_DIR !== undefined) {
      throw new ConfigError('ORIGINALS_DIR should be empty where ORIGINALS_BUCKET is set. See .env.example.')
    }
    if (!keys) {
      throw new ConfigError(
        'ORIGINALS_BUCKET_KEY and ORIGINALS_BUCKET_SECRET should be set where ORIGINALS_BUCKET is. See .env.example.',
      )
    }
    return { bucket: { address: env.ORIGINALS_BUCKET, ...keys } }
  }
  if (env.ORIGINALS_DIR !== undefined) return { folder: env.ORIGINALS_DIR }
  return env.DATABASE_URL === undefined ? { folder: path.join(env.DATA_DIR, 'originals') } : ('database' as const)
}

function bucketKeysOf(env: z.output<typeof Environment>): BucketKeys | undefined {
  const { ORIGINALS_BUCKET_KEY: key, ORIGINALS_BUCKET_SECRET: secret, ORIGINALS_BUCKET_REGION: region } = env
  return key === undefined || secret === undefined ? undefined : { region, key, secret }
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  return issue.message.replace(/^(Too big|Too small|Invalid input): (expected )?/, '')
}

/** Settings that are valid but probably unintended: a sentence for the log at the start. */
export function doubtsAbout({ baseUrl, trustProxy, originals }: Config): string[] {
  return [...doubtsAboutProxy(baseUrl, trustProxy), ...doubtsAboutBucket(originals)]
}

function doubtsAboutBucket(originals: Config['originals']): string[] {
  const { hostname, protocol } = new URL(
    typeof originals === 'object' && 'bucket' in originals ? originals.bucket.address : 'https://none',
  )
  if (protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return []
  return [
    'ORIGINALS_BUCKET begins with http: anybody on the network between the desk and the store can read originals. Use https.',
  ]
}

function doubtsAboutProxy(baseUrl: string, trustProxy: number): string[] {
  if (!baseUrl.startsWith('https:') || trustProxy > 0) return []
  return [
    'BASE_URL begins with https, but TRUST_PROXY is 0: nobody can sign in, since the desk itself speaks http only and no proxy is trusted to say otherwise. Set TRUST_PROXY=1 behind a proxy.',
  ]
}
