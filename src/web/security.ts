import type { Response } from 'express'
import type { HelmetOptions } from 'helmet'
import type { Config } from '../config.ts'

/** Only our own files, no inline script or style, no frames, no referrer to other sites. */
export function contentSecurity({ baseUrl }: Config): HelmetOptions {
  const isSecure = baseUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  }
}

/**
 * Lets pages of other sites show this one in a frame; set where the answer is made, so that no other page is framed.
 */
export function inFrames(res: Response): void {
  const policy = String(res.getHeader('Content-Security-Policy'))
  res.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  res.removeHeader('X-Frame-Options')
  res.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** Lets this page show others of the desk in a frame. */
export function framesOwn(res: Response): void {
  const policy = String(res.getHeader('Content-Security-Policy'))
  res.set('Content-Security-Policy', `${policy};frame-src 'self'`)
}

/** For bytes of strangers: no script, no request, no form, no cookie, no way out of the frame on a page of ours. */
export function sandboxed(res: Response): void {
  const nothing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
  res.set('Content-Security-Policy', `sandbox; ${nothing}; frame-ancestors 'self'`)
  res.set('Referrer-Policy', 'no-referrer')
}
