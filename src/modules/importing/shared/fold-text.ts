/** Text as people mean it: width, case, outer and repeated blanks do not count. `foldText("  ＧＴＸ  Pro ")` is "gtx pro". */
export const foldText = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** Only letters and digits of the folded text: "GTX-Pro", "GTXPro" and "gtx pro" are one. */
export const squeezeText = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");
