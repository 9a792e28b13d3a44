/**
 * Text as people mean it: width, case, outer and repeated blanks do not count.
 * @example fold("  ＧＴＸ  Pro ") // "gtx pro"
 */
export const fold = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
