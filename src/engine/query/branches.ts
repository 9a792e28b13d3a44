import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accessGrants, accessPredicate } from "../access/predicate.ts";
import { historyOf, tableOf } from "../schema/names.ts";
import { latestColumns, soughtBy } from "../schema/latest-table.ts";
import { hasLatest, latestOf } from "../schema/has-latest.ts";
import { accessWays } from "./access-ways.ts";
import type { Reading } from "./reading.ts";
import type { SortKey } from "./sort-keys.ts";
import { allOf, believedThen, historySource, liveAt, seenToday } from "./source.ts";

/** One of the places where the rows of a question are found: a table and what holds of its row `alias`. */
export interface Branch {
  readonly from: string;
  readonly where: string;
  /**
   * Few rows at most: they are all found first and put in order then, as walking in order would pass by
   * everything else.
   */
  readonly few?: boolean;
  /**
   * The narrow table that has these rows in the order of their last change, what they are sought by there,
   * and all its columns.
   */
  readonly latest?: {
    readonly table: string;
    readonly sought: readonly string[];
    readonly columns: readonly string[];
  };
}

/**
 * The places that together hold every row the caller may read, each a condition that one index can answer:
 * one for each way of access, and with `as_of` for living and superseded versions. `together`: all ways in
 * one, where words sought find few rows anyway and would be sought once for each. A row may be in several
 * places; today's rights decide (decision 9).
 */
export function branches(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  keys: readonly SortKey[],
  { together = false }: { readonly together?: boolean } = {},
): readonly Branch[] {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  const ways = together
    ? [accessPredicate(context, object, "read", alias, params)]
    : accessWays(accessGrants(context, object, "read", alias, params));
  const latest =
    keys[0]?.stamp !== undefined && hasLatest(object)
      ? {
          latest: {
            table: latestOf(context.workspace, object.name),
            sought: soughtBy(object),
            columns: latestColumns(object),
          },
        }
      : {};
  const now = ways.map((where): Branch => ({
    from: live,
    where: allOf([...liveAt(reading, alias), where]),
    ...latest,
  }));
  if (asOf === undefined) return now;
  if (object.ledger)
    return context.knownAt === undefined
      ? now
      : [...now, ...ways.map((where) => takenBack(reading, object, alias, where))];
  const { from, held } = historySource(reading, object, alias);
  const past = seenToday(reading, object, "read", alias).map((where): Branch => ({
    from,
    where: allOf([...held, where]),
  }));
  const stamp = keys[0]?.stamp;
  return stamp === undefined
    ? [...now, ...past]
    : [...now, ...past].flatMap((branch) => byStamp(reading, alias, stamp, branch));
}

/** Visits that are no longer believed and were then. */
const takenBack = (reading: Reading, object: CatalogObject, alias: string, where: string): Branch => ({
  from: historyOf(reading.context.workspace, object.name),
  where: allOf([...liveAt(reading, alias), believedThen(reading, `${alias}.`), where]),
});

/**
 * In the order of a stamp, what was stamped after the moment asked about would all be walked past to find
 * nothing. It is found apart: only a version that is believed to be older than its stamp (back-filled) can
 * have held then.
 */
function byStamp({ params, asOf }: Reading, alias: string, stamp: string, branch: Branch): readonly Branch[] {
  const at = params.add(asOf, "timestamptz");
  const column = `${alias}."${stamp}"`;
  return [
    { ...branch, where: allOf([branch.where, `${column} <= ${at}`]) },
    {
      ...branch,
      where: allOf([branch.where, `${column} > ${at}`, `${column} > ${alias}."valid_from"`]),
      few: true,
    },
  ];
}
