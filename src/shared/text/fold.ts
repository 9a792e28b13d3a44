import { cleanLine } from "./clean-line.ts";

/**
 * Text as people mean it: width, case, signs without width, outer and repeated blanks do not count.
 * @example fold("  ＧＴＸ  Pro ") // "gtx pro"
 */
export const fold = (text: string): string =>
  cleanLine(text).normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
