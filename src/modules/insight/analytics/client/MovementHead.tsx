import { Answer } from "../../../../ui/kit/Answer.tsx";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { movementAnswer } from "./movement-answer.ts";
import { useMovementWords } from "./use-movement-words.ts";

/** What became of the open records, before the steps between. */
export function MovementHead({ answer }: { readonly answer: MovementAnswer }) {
  const words = useMovementWords();
  return <Answer clauses={movementAnswer(answer, words)} />;
}
