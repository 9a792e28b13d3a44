import { LANGUAGES, textOf, type LabelMap } from "./label.ts";

type Places = Readonly<Record<string, LabelMap | string | number>>;

/** Fills `{name}` places per language; a place may itself have a text in both. */
export function compose(message: LabelMap, places: Places): LabelMap {
  const composed: Record<string, string> = {};
  for (const [language, [begin = "", ...parts]] of cut(message)) {
    let text = begin;
    for (let at = 0; at < parts.length; at += 2)
      text += `${filled(parts[at] ?? "", language, places)}${parts[at + 1]}`;
    composed[language] = text;
  }
  return composed;
}
function filled(name: string, language: string, places: Places): string {
  const value = Object.hasOwn(places, name) ? places[name] : undefined;
  if (value === undefined) return `{${name}}`;
  return typeof value === "object" ? (value[language] ?? textOf(value, "zh-CN")) : String(value);
}

/** Each message cut at its places once, by language: text, name of a place, text and so on. */
const cuts = new WeakMap<LabelMap, readonly (readonly [string, readonly string[]])[]>();
function cut(message: LabelMap): readonly (readonly [string, readonly string[]])[] {
  const known = cuts.get(message);
  if (known) return known;
  const languages = new Set<string>([...LANGUAGES, ...Object.keys(message)]);
  const made = [...languages].map(
    (language) => [language, (message[language] ?? textOf(message, "zh-CN")).split(/\{(\w+)\}/)] as const,
  );
  cuts.set(message, made);
  return made;
}

/** Labels in a row: "、" in Chinese, ", " elsewhere. */
export const joinLabels = (labels: readonly LabelMap[]): LabelMap =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      labels.map((one) => textOf(one, language)).join(language === "zh-CN" ? "、" : ", "),
    ]),
  );
