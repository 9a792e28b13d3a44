import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { importAnswer } from "./import-answer.ts";
import { ImportCounts } from "./ImportCounts.tsx";

/** What was brought in, with a way to exactly these records, and what is left to do. */
export function ImportOutcome({
  answer,
  object,
}: {
  readonly answer: ImportAnswer;
  readonly object: ObjectInfo;
}) {
  const isWhole = answer.failed === 0 && answer.status === "done";
  return (
    <Answer
      clauses={importAnswer(answer, recordsPath(answer, object))}
      tone={answer.failed > 0 ? "needs" : isWhole ? "good" : undefined}
    >
      <ImportCounts answer={answer} />
    </Answer>
  );
}

/** The list of exactly these records; where they are too many for an address, their rows. */
function recordsPath({ id, records, created, updated }: ImportAnswer, object: ObjectInfo): string {
  if (records.length === 0 || created + updated > 100)
    return `/imports/${id}?rows=${created > 0 ? "created" : "updated"}`;
  const filter = `id in [${records.map((record) => JSON.stringify(record)).join(", ")}]`;
  return `/records/${object.name}?scene=all&filter=${encodeURIComponent(filter)}`;
}
