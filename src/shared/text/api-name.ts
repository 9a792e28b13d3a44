import { pinyinOf } from "./pinyin.ts";

/** Leaves room for a number behind it and for the ending of what a company makes. */
const LONGEST = 40;
/**
 * What can stand in the API for a label: its letters and digits, Chinese ones in pinyin; "" where nothing can.
 * @example apiNameOf("Service contract") // "service_contract"
 * @example apiNameOf("中标级别") // "zhong_biao_ji_bie"
 */
export const apiNameOf = (label: string): string =>
  pinyinOf(label)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST)
    .replace(/_+$/, "");
