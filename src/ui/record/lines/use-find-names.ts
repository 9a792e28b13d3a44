import { useCallback, useState } from "react";
import { useObjects } from "../../data/objects.ts";
import { idOf, linkId } from "../../data/values.ts";
import { withEdits } from "./lines-change.ts";
import { type NamedRecord, type Resolved, resolveNames } from "./resolve-names.ts";
import type { UnclearNames } from "./use-cell-errors.ts";
import type { Lines } from "./use-lines.ts";

/** A cell that waits for the record of that name. */
export interface WaitingCell {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly targets: readonly string[];
}
type Answers = ReadonlyMap<string, Resolved>;
const answerTo = (answers: Answers, { targets, name }: WaitingCell) =>
  answers.get(targets.join(" "))?.get(name);

/** Names that were pasted become records, all in one request; what is not found stays as it is, and is told. */
export function useFindNames({ learn, put }: Pick<Lines, "learn" | "put">) {
  const objects = useObjects();
  const [finding, setFinding] = useState(0);
  const [unclear, setUnclear] = useState<UnclearNames>(new Map());
  const find = useCallback(
    async (waiting: readonly WaitingCell[]) => {
      if (waiting.length === 0) return;
      const kinds = new Map(waiting.map(({ targets }) => [targets.join(" "), targets]));
      const count = new Set(waiting.map(({ name }) => name)).size;
      setFinding((open) => open + count);
      const asked = [...kinds].map(async ([key, targets]): Promise<readonly [string, Resolved]> => {
        const names = waiting.filter((one) => one.targets.join(" ") === key).map(({ name }) => name);
        return [key, await resolveNames(objects, targets, names)];
      });
      const answers: Answers = new Map(
        await Promise.all(asked).finally(() => setFinding((open) => open - count)),
      );
      const found = waiting.flatMap((cell): readonly (WaitingCell & { readonly record: NamedRecord })[] => {
        const record = answerTo(answers, cell);
        return typeof record === "object" ? [{ ...cell, record }] : [];
      });
      learn(new Map(found.map(({ record }) => [linkId(record.value) ?? "", record.title])));
      setUnclear((known) => new Map([...known, ...unclearIn(waiting, answers)]));
      put((change) => {
        // Only where the name still stands: the cell may have been changed, or its line removed, meanwhile.
        const standing = new Map(change.upsert.map((line) => [idOf(line), line]));
        const edits = found
          .filter(({ id, field, name }) => standing.get(id)?.[field] === name)
          .map(({ id, field, record }) => ({ id, values: { [field]: record.value } }));
        return withEdits(change, edits, () => undefined);
      });
    },
    [objects, learn, put],
  );
  return { finding, unclear, find };
}

const unclearIn = (
  waiting: readonly WaitingCell[],
  answers: Answers,
): readonly (readonly [string, "none" | "several"])[] =>
  waiting.flatMap((cell): readonly (readonly [string, "none" | "several"])[] => {
    const record = answerTo(answers, cell);
    return record === "none" || record === "several" ? [[cell.name, record]] : [];
  });
