import { fold } from "../../../../shared/text/fold.ts";

/** Only letters and digits of the folded text: "GTX-Pro", "GTXPro" and "gtx pro" are one. */
export const squeezeText = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
