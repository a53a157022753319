import { mentionColleagues } from './typing/mention-colleagues.ts'

// Everything here can be typed by hand in the same forms; the script only saves typing.
mentionColleagues(document)
