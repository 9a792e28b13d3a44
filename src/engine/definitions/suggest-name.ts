import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { apiNameOf } from "../../shared/text/api-name.ts";
import { ended } from "./definition-records.ts";

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
  const names = words.map((text) => (typeof text === "string" ? apiNameOf(text) : ""));
  const base = names.find((name) => name !== "") ?? otherwise;
  for (let number = 1; ; number += 1) {
    const name = ended(number === 1 ? base : `${base}_${number}`);
    if (!(await isTaken(name))) return name;
  }
}
