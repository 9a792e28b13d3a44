/** Server only: the dictionary weighs too much for a browser. */
import { pinyin } from "pinyin-pro";
import { fold } from "./fold.ts";

/**
 * The text in pinyin without tones, syllables apart; anything else stays, folded.
 * @example pinyinOf("恒润 Valve") // "heng run valve"
 */
export const pinyinOf = (text: string): string =>
  fold(pinyin(text.normalize("NFKC"), { toneType: "none", nonZh: "consecutive", v: true })).replace(
    /\s+/g,
    " ",
  );

/**
 * First letters of the Chinese characters, other letters and digits as they are.
 * @example initialsOf("恒润阀门 A1") // "hrfma1"
 */
export const initialsOf = (text: string): string =>
  fold(
    pinyin(text.normalize("NFKC"), {
      pattern: "first",
      toneType: "none",
      type: "array",
      nonZh: "consecutive",
    }).join(""),
  ).replace(/[^\p{L}\p{N}]+/gu, "");
