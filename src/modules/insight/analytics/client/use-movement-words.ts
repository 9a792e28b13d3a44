import { useLanguage } from "../../../../ui/kit/language.tsx";
import { exactText, sumText } from "./figures.ts";
import { type MovementWords, recordsMessage } from "./movement-answer.ts";

/** How sums and numbers of records are said in the sentence of a movement. */
export function useMovementWords(): MovementWords {
  const { t, language } = useLanguage();
  return {
    short: (sum) => sumText(sum, language),
    full: (sum) => exactText(sum, language),
    records: (count) => t(recordsMessage, { count }),
  };
}
