import path from 'node:path'
import ejs from 'ejs'
import type { Express } from 'express'
import { sayChain } from '../statements/form-chain.ts'
import * as words from './words.ts'

const views = path.join(import.meta.dirname, '../../views')
const layout = path.join(views, 'layout.ejs')

type Page = { title: string; wide?: boolean }

/** Renders the page first, then sets it into the layout, so that the page can tell the layout its title. */
export function useViews(app: Express, { cache, locals }: { cache: boolean; locals: object }): void {
  const options = { views: [views], cache, async: false, rmWhitespace: false }
  app.engine('ejs', (file, given, done) => {
    const page: Page = { title: '' }
    const all = { ...locals, ...words, sayChain, ...given, page }
    ejs
      .renderFile(file, all, options)
      .then((body) => ejs.renderFile(layout, { ...all, body }, options))
      .then((html) => done(null, html), done)
  })
  app.set('views', views)
  app.set('view engine', 'ejs')
}
