/**
 * Without what no database keeps as text: NUL goes, halves of surrogate pairs become U+FFFD. @example
 * wellFormedText("a\0b") // "ab"
 */
export const wellFormedText = (text: string): string =>
  text.replaceAll("\0", "").replace(/[\ud800-\udfff]/gu, "\ufffd");

/**
 * Deeper than any record, view or pipeline is nested; what recurses over a value stays far from the end of
 * the stack.
 */
const MAX_DEPTH = 64;

/**
 * The same, or what `clean` makes of it, for every text within parsed JSON, names included; undefined when it
 * is nested too deeply.
 */
export function wellFormed(
  value: unknown,
  clean: (text: string) => string = wellFormedText,
  depth = 0,
): unknown {
  if (typeof value === "string") return clean(value);
  if (value === null || typeof value !== "object") return value;
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => wellFormed(item, clean, depth + 1));
    return items.includes(undefined) ? undefined : items;
  }
  const parts = Object.entries(value).map(
    ([name, part]) => [clean(name), wellFormed(part, clean, depth + 1)] as const,
  );
  return parts.some(([, part]) => part === undefined) ? undefined : Object.fromEntries(parts);
}
