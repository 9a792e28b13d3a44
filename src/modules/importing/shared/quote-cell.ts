/**
 * Spreadsheets run what begins with = + - @; an apostrophe in front makes it text. Cells that already begin with apostrophes before such a sign
 * get one more, so `unquoteCell` gives back exactly what was there.
 */
export const quoteCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Takes away the apostrophe that `quoteCell` (or a spreadsheet user) put there. */
export const unquoteCell = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
