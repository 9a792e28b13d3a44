import type { SelectOption } from "../../../shared/metadata/field.ts";
import { fold } from "../../../shared/text/fold.ts";

const YES = new Set(["是", "有", "对", "真", "√", "✓", "yes", "y", "true", "t", "1", "on"]);
const NO = new Set(["否", "无", "没有", "错", "假", "×", "✗", "no", "n", "false", "f", "0", "off"]);

export function parseBoolean(cell: string): boolean | null {
  const text = fold(cell);
  return YES.has(text) ? true : NO.has(text) ? false : null;
}

/** Finds an option by its name or a label in any language; width and case do not count, an exact name wins. */
export function findOption(options: readonly Pick<SelectOption, "name" | "label">[], cell: string): string | null {
  const text = cell.trim();
  const exact = options.find((option) => option.name === text);
  if (exact) return exact.name;
  const folded = fold(cell);
  const found = options.find((option) => fold(option.name) === folded || Object.values(option.label).some((name) => fold(name) === folded));
  return found?.name ?? null;
}

/** "A; B；C、D, E" → ["A", "B", "C", "D", "E"]. A whole cell that is one option stays one. */
export const splitMany = (cell: string): string[] =>
  cell
    .split(/[;；、,，|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
