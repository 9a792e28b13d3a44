import { compileCondition } from "./expression-sql.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import { MAX_TEXT_COST, textCost } from "../../shared/expression/text-cost.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Action } from "../../shared/rights/rights.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { badExpression } from "./messages.ts";
import type { Reading } from "./reading.ts";
import { searchCondition } from "./search-condition.ts";
import { accessAt, allOf } from "./source.ts";
import { readingScope } from "./sql-scope.ts";

export interface Narrowing {
  readonly filter?: string;
  readonly search?: string;
  /** Only these records. */
  readonly ids?: readonly string[];
  /** The recycle bin instead of the living. */
  readonly deleted?: boolean;
}

/** The rows `alias` of `object` that the caller may do `action` to and that the request asks for. */
export function conditions(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  asked: Narrowing,
  action: Action = "read",
): Result<string> {
  const wanted = narrowing(reading, object, alias, asked);
  return wanted.ok
    ? accept(allOf([wanted.value.living, accessAt(reading, object, action, alias), wanted.value.asked]))
    : wanted;
}

export interface Narrowed {
  readonly living: string;
  /** Ids, words and filter of the request. */
  readonly asked: string;
}
/** The rows that the request asks for, whoever may see them. */
export function narrowing(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  asked: Narrowing,
): Result<Narrowed> {
  const filter =
    asked.filter === undefined || asked.filter.trim() === ""
      ? accept("true")
      : filterCondition(reading, object, alias, asked.filter);
  if (!filter.ok) return filter;
  const found =
    asked.search === undefined || asked.search.trim() === ""
      ? "true"
      : searchCondition(reading, object, alias, asked.search);
  const chosen =
    asked.ids === undefined ? "true" : `${alias}."id" = any(${reading.params.add(asked.ids, "uuid[]")})`;
  return accept({
    living: asked.deleted ? inBin(reading, alias) : `${alias}."deleted_at" is null`,
    asked: allOf([chosen, found, filter.value]),
  });
}

/** What was removed for good is no longer in the bin. */
const inBin = ({ context }: Reading, alias: string): string =>
  `${alias}."deleted_at" is not null and not exists (select from ${systemTable(context.workspace, "removed_record")} r where r.id = ${alias}."id")`;

function filterCondition(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  source: string,
): Result<string> {
  const checked = checkExpression(source, {
    schema: reading.context.catalog,
    object: object.name,
    expects: "boolean",
    past: true,
  });
  if (!checked.ok) return badExpression(checked.problem);
  // Checked by the form of the condition: however many rows there are, one person's texts may not keep the
  // database at work.
  if (textCost(checked.expression.node) > MAX_TEXT_COST)
    return badExpression({
      code: "too_large",
      at: { start: 0, end: source.length },
      params: { max: MAX_TEXT_COST },
    });
  return accept(`(${compileCondition(checked.expression, alias, readingScope(reading))})`);
}
