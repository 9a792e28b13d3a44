import { plainText } from "../../shared/rich-text/plain-text.ts";
import { cleanLine } from "../../shared/text/clean-line.ts";

/**
 * The first line with something on it, without markup, at most `max` characters; empty when there is none.
 */
export function firstLine(content: unknown, max = 60): string {
  if (typeof content !== "string") return "";
  const line =
    plainText(content)
      .split(/\r?\n/)
      .map((one) => cleanLine(one))
      .find(Boolean) ?? "";
  const characters = [...line];
  return characters.length > max ? `${characters.slice(0, max - 1).join("")}…` : line;
}
