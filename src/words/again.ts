/** How the sentence for readers begins, on pages and in feeds; the day follows. */
export const checkingAgain = 'We have been checking this again since'
