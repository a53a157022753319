import { type Unzipped, unzipSync } from 'fflate'
import { NotTaken } from './taken.ts'

/** Unpacked, in bytes. A text of a million words with its pictures has less. */
const mostUnpacked = 60_000_000
const mostFiles = 5000

/** Unpacks these files. A file that says that it is small, and is not, is cut off by the size that it says. */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Unzipped {
  let size = 0
  let files = 0
  const refuse = () => new NotTaken('It unpacks to far more than a text needs. Save it as plain text')
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files++
        if (isWanted(name)) size += originalSize
        if (size > mostUnpacked || files > mostFiles) throw refuse()
        return isWanted(name)
      },
    })
  } catch (error) {
    if (error instanceof NotTaken) throw error
    throw new NotTaken('The file is broken. Open it in the program that made it and save it again')
  }
}
