import type { WireValue } from "../../shared/metadata/object.ts";
import { cleanLine } from "../../shared/text/clean-line.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const LABELS = new Set(["label", "plural", "title_label"]);

/**
 * A definition as it was given, with its labels, and those of its parts, as one-line texts of people: no
 * signs that are not seen or turn the direction of what follows. A label of which nothing can be seen becomes
 * "", which no definition takes.
 * @example cleanLabels({ kind: "text", label: { en: "Pri\u202ece" } }) // { kind: "text", label: { en: "Price" } }
 */
export function cleanLabels<T>(given: T): T {
  return clean(given as WireValue) as T;
}

function clean(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(clean);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      LABELS.has(key) && isTexts(part) ? cleaned(part) : clean(part),
    ]),
  );
}
/** A field may be named "label", too: its definition holds more than texts by language. */
const isTexts = (value: WireValue): value is Readonly<Record<string, string>> =>
  isMap(value) && !("kind" in value) && Object.values(value).every((text) => typeof text === "string");
const cleaned = (texts: Readonly<Record<string, string>>): WireValue =>
  Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, cleanLine(text)]));
