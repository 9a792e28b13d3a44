import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { fold } from "../../../../shared/text/fold.ts";

const YES = new Set(["是", "有", "对", "真", "√", "✓", "yes", "y", "true", "t", "1", "on"]);
const NO = new Set(["否", "无", "没有", "错", "假", "×", "✗", "no", "n", "false", "f", "0", "off"]);

export function parseBoolean(cell: string): boolean | null {
  const text = fold(cell);
  return YES.has(text) ? true : NO.has(text) ? false : null;
}

/**
 * Finds an option by its name or a label in any language; width and case do not count, an exact name wins.
 */
export function findOption(
  options: readonly Pick<SelectOption, "name" | "label">[],
  cell: string,
): string | null {
  const text = cell.trim();
  const exact = options.find((option) => option.name === text);
  if (exact) return exact.name;
  const folded = fold(cell);
  const found = options.find(
    (option) =>
      fold(option.name) === folded || Object.values(option.label).some((name) => fold(name) === folded),
  );
  return found?.name ?? null;
}

const SEPARATOR = /[;；、,，|\n\r\t]/;
type Option = Pick<SelectOption, "name" | "label">;

/** Kept with the options they belong to: an import asks for the same ones at every row. */
const known = new WeakMap<readonly Option[], readonly string[]>();
/** Names and labels, longest first. */
function spellingsOf(options: readonly Option[]): readonly string[] {
  const found = known.get(options);
  if (found) return found;
  const spellings = options
    .flatMap((option) =>
      [option.name, ...Object.values(option.label)].map((text) =>
        text.normalize("NFKC").trim().toLowerCase(),
      ),
    )
    .filter((text) => text !== "")
    .toSorted((a, b) => b.length - a.length);
  known.set(options, spellings);
  return spellings;
}

/**
 * The parts of a cell that holds several options: as long as a label fits, it is taken whole, whatever signs
 * stand in it; else the signs part.
 */
export function splitOptions(options: readonly Option[], cell: string): string[] {
  const spellings = spellingsOf(options);
  const text = cell.normalize("NFKC");
  const lower = text.toLowerCase();
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at]!) || SEPARATOR.test(text[at]!)) {
      at += 1;
      continue;
    }
    const whole = spellings.find(
      (one) => lower.startsWith(one, at) && /^\s*(?:$|[;；、,，|\n\r\t])/.test(text.slice(at + one.length)),
    );
    const next = text.slice(at).search(SEPARATOR);
    const end = whole ? at + whole.length : next < 0 ? text.length : at + next;
    parts.push(text.slice(at, end).trim());
    at = end;
  }
  return parts;
}

/** "A; B；C、D, E" → ["A", "B", "C", "D", "E"]. A whole cell that is one option stays one. */
export const splitMany = (cell: string): string[] =>
  cell
    .split(/[;；、,，|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
