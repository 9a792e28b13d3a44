import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { pinyinOf } from "../../shared/text/pinyin.ts";
import { ended } from "./definition-records.ts";

/** Leaves room for a number behind it and for the ending of what a company makes. */
const LONGEST = 40;
/** "Service contract" → "service_contract"; "" where nothing of it can stand in a name. */
const asName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST)
    .replace(/_+$/, "");

/**
 * What something is called in the API where nobody said so: its English words, else the Chinese ones in
 * pinyin, with a number behind them where that is taken.
 * @example await suggestName({ "zh-CN": "押金" }, "field", isTaken) // "ya_jin_c"
 */
export async function suggestName(
  labels: WireValue | undefined,
  otherwise: string,
  isTaken: (name: string) => boolean | Promise<boolean>,
): Promise<string> {
  const words = isMap(labels) ? [labels["en"], labels["zh-CN"]] : [];
  const names = words.map((text) => (typeof text === "string" ? asName(pinyinOf(text)) : ""));
  const base = names.find((name) => name !== "") ?? otherwise;
  for (let number = 1; ; number += 1) {
    const name = ended(number === 1 ? base : `${base}_${number}`);
    if (!(await isTaken(name))) return name;
  }
}
