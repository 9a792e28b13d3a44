import { type Clause, SEMICOLON } from "../../kit/answer-text.ts";
import { recordScreenMessages } from "../record.messages.ts";

const counted = (count: number) => ({ count: count.toLocaleString("en") });

/** How many rows a change of many went through for, and how many were left as they were. */
export function bulkAnswer({
  done,
  refused,
}: {
  readonly done: number;
  readonly refused: number;
}): readonly Clause[] {
  return [
    done === 0
      ? { message: recordScreenMessages.bulkNoneDone }
      : { message: recordScreenMessages.bulkChanged, params: counted(done) },
    ...(refused > 0
      ? [{ message: recordScreenMessages.bulkNotDone, params: counted(refused), mark: SEMICOLON }]
      : []),
  ];
}
