import type { Statement } from "../../platform/db/database.ts";
import type { RecordAnswer } from "../../shared/wire/records.contract.ts";
import type { Context } from "../kernel/context.ts";
import { getStatement } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { present, type FoundRow } from "../query/present.ts";
import type { OperationResult, SaveRequest } from "../kernel/save-request.ts";
import { saveThenRead } from "../record/save.ts";
import { keepStanding } from "../query/record-standing.ts";
import { abilitiesOn } from "./abilities.ts";
import type { Call } from "./route.ts";

export interface SavedOne {
  readonly result: OperationResult | undefined;
  /** The record as the caller may see it now; null where it must be asked for. */
  readonly answer: RecordAnswer | null;
}

/**
 * Saves one operation and reads the record behind the commit, in one wait. What is asked for beyond the
 * record itself is left to `answerRecord`.
 */
export async function saveAndAnswer(
  context: Context,
  request: Omit<SaveRequest, "mode">,
  query: Call["query"],
): Promise<SavedOne> {
  const { result, rows } = await saveThenRead<FoundRow>(
    context,
    { ...request, mode: "all" },
    ({ results: [one] }) =>
      one?.ok && one.op !== "deleted" ? answerStatement(context, one.object, one.id, query) : undefined,
  );
  return {
    result: result.results[0],
    answer: await answerFrom(context, request.operations[0]?.object ?? "", rows),
  };
}

/** What reads a record for an answer; undefined where the query asks for more than one statement gives. */
export function answerStatement(
  context: Context,
  name: string,
  id: string,
  query: Call["query"],
): Statement | undefined {
  const object = objectOf(context, name);
  if (!object.ok || Object.keys(query).some((key) => key !== "titles")) return undefined;
  return getStatement(
    context,
    object.value,
    id,
    { titles: query["titles"] === "1" || query["titles"] === "true" },
    undefined,
  );
}

/** The answer made of what that statement has found; null where it was not asked or has found nothing. */
export async function answerFrom(
  context: Context,
  name: string,
  rows: readonly FoundRow[] | null,
): Promise<RecordAnswer | null> {
  const object = objectOf(context, name);
  const row = rows?.[0];
  if (!object.ok || !row) return null;
  const data = present(context, object.value, row);
  keepStanding(context, object.value, data, row);
  return { data, abilities: await abilitiesOn(context, object.value, data) };
}
