import { cleanLine } from "../../shared/text/clean-line.ts";

const ENTITIES: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * The first line with something on it, without markup, at most `max` characters; empty when there is none.
 */
export function firstLine(content: unknown, max = 60): string {
  if (typeof content !== "string") return "";
  const plain = content
    .replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? "");
  const line =
    plain
      .split(/\r?\n/)
      .map((one) => cleanLine(one))
      .find(Boolean) ?? "";
  const characters = [...line];
  return characters.length > max ? `${characters.slice(0, max - 1).join("")}…` : line;
}
