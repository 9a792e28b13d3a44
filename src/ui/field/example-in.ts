import type { Language } from "../../shared/i18n/label.ts";

/** An example in Chinese helps only those who read Chinese. */
export const exampleIn = (example: string | undefined, language: Language): string | undefined =>
  language === "en" && example && /\p{Script=Han}/u.test(example) ? undefined : example;
