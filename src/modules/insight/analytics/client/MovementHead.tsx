import { Answer } from "../../../../ui/kit/Answer.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { exactText, sumText } from "./figures.ts";
import { movementAnswer, recordsMessage } from "./movement-answer.ts";

/** What became of the open records, before the steps between. */
export function MovementHead({ answer }: { readonly answer: MovementAnswer }) {
  const { t, language } = useLanguage();
  const words = {
    short: (sum: Parameters<typeof sumText>[0]) => sumText(sum, language),
    full: (sum: Parameters<typeof exactText>[0]) => exactText(sum, language),
    records: (count: string) => t(recordsMessage, { count }),
  };
  return <Answer clauses={movementAnswer(answer, words)} />;
}
