import type { Language } from "../../shared/i18n/label.ts";

/** The shipped language that an Accept-Language header prefers; `fallback` where it names neither. */
export function languageOf(header: string | undefined, fallback: Language = "zh-CN"): Language {
  const wishes = (header ?? "")
    .split(",", 20)
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    if (/^zh(-|$)/.test(tag)) return "zh-CN";
    if (/^en(-|$)/.test(tag)) return "en";
  }
  return fallback;
}
