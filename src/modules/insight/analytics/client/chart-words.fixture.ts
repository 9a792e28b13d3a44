import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { ChartColors } from "./chart-theme.ts";

/** Colours by their names, so that a test reads which one is drawn. */
const colors: ChartColors = {
  ink: "ink",
  quiet: "quiet",
  line: "line",
  surface: "surface",
  accent: "accent",
  pale: "pale",
  won: "won",
  lost: "lost",
  font: "font",
};
/** How a chart looks to who reads this language. */
export const lookIn = (
  language: Language,
): Pick<LanguageTools, "t" | "of" | "language"> & { readonly colors: ChartColors } => ({
  colors,
  language,
  t: (message, params) => say(message, language, params),
  of: (label, fallback) => textOf(label, language, fallback),
});
