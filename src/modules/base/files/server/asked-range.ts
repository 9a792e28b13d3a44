export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a content that a Range header asks for; undefined: all of it, also where several parts are
 * asked for or the header is none; "beyond": it begins after the end.
 * @example askedRange("bytes=-5", 20) // { start: 15, end: 19 }
 */
export function askedRange(header: string | undefined, size: number): Range | "beyond" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return to === "0" || size === 0 ? "beyond" : within(Math.max(0, size - Number(to)), size);
  if (to !== "" && Number(to) < Number(from)) return undefined;
  return Number(from) >= size ? "beyond" : within(Number(from), size, to);
}
const within = (start: number, size: number, to = ""): Range => ({
  start,
  end: to === "" ? size - 1 : Math.min(Number(to), size - 1),
});
