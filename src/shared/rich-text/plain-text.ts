import { plainTextOf } from "./document.ts";
import { readHtml } from "./read-html.ts";

/**
 * What somebody reads of a rich text: a line for each block, no markup.
 * @example plainText("<p>a &amp; b</p>") // "a & b"
 */
export const plainText = (html: string): string => (/[<&]/.test(html) ? plainTextOf(readHtml(html)) : html);
