import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";

/** How a chart speaks to who reads this language. */
export const lookIn = (language: Language): Pick<LanguageTools, "t" | "of" | "language"> => ({
  language,
  t: (message, params) => say(message, language, params),
  of: (label, fallback) => textOf(label, language, fallback),
});
