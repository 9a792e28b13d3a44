import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { getStatement } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { present, type Row } from "../query/present.ts";
import type { OperationResult, SaveRequest } from "../record/contract.ts";
import { saveThenRead } from "../record/save.ts";
import { type Abilities, abilitiesOn } from "./abilities.ts";
import type { Call } from "./route.ts";

export interface SavedOne {
  readonly result: OperationResult | undefined;
  /** The record as the caller may see it now; null where it must be asked for. */
  readonly answer: { readonly data: Values; readonly abilities: Abilities } | null;
}

/** Saves one operation and reads the record behind the commit, in one wait. What is asked for beyond the record itself is left to `answerRecord`. */
export async function saveAndAnswer(context: Context, request: Omit<SaveRequest, "mode">, query: Call["query"]): Promise<SavedOne> {
  const found = objectOf(context, request.operations[0]?.object ?? "");
  const isPlain = Object.keys(query).every((name) => name === "titles");
  const titles = query["titles"] === "1" || query["titles"] === "true";
  const { result, rows } = await saveThenRead<Row>(context, { ...request, mode: "all" }, ({ results: [one] }) =>
    found.ok && isPlain && one?.ok && one.op !== "deleted" ? getStatement(context, found.value, one.id, { titles }, undefined) : undefined,
  );
  const row = rows?.[0];
  return { result: result.results[0], answer: found.ok && row ? await answerOf(context, found.value, row) : null };
}

async function answerOf(context: Context, object: CatalogObject, row: Row): Promise<NonNullable<SavedOne["answer"]>> {
  const data = present(context, object, row);
  return { data, abilities: await abilitiesOn(context, object, data) };
}
