/** The languages that ship complete. Admin-made labels may carry more. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A shipped text: both languages, or it does not compile. */
export type Label = Readonly<Record<Language, string>>;

/** An admin-made text: a map by language tag; the company's first language is always there. */
export type LabelMap = Readonly<Record<string, string>>;

/** `label("商机", "Opportunity")` */
export const label = (zh: string, en: string): Label => ({ "zh-CN": zh, en });

/** The text in `language`, else in the other shipped language, else the first one there is. */
export function textOf(map: LabelMap | undefined, language: Language, fallback = ""): string {
  if (!map) return fallback;
  return map[language] ?? map["zh-CN"] ?? map["en"] ?? Object.values(map)[0] ?? fallback;
}
