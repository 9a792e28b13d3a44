import Big from "big.js";
import { ident, type Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  Params,
  type Row,
  accessPredicate,
  groupBy,
  liveColumns,
  readField,
  sameValue,
  tableOf,
  valuesOf,
  withoutRate,
} from "../../../../engine/public.ts";
import { partOf } from "../shared/print-cell.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { RowOutcome } from "../shared/run.contract.ts";
import type { LinesPlan } from "./mapping-plan.ts";
import { isRecordId, takenIds } from "./match-rows.ts";
import type { LinkedLine, LinkedRow } from "./resolve-links.ts";
import type { Running } from "./running.ts";

/** What is done with one line of a document. */
export interface PlannedLine {
  readonly row: number;
  readonly id: string;
  readonly object: string;
  readonly outcome: Extract<RowOutcome, "created" | "updated" | "skipped">;
}
export interface PlannedLines {
  /** By list, as a parent's values take them. */
  readonly values: Values;
  readonly lines: readonly PlannedLine[];
}

/**
 * Which lines the documents get: those on record by id, by what is unique, or by saying the same; the others
 * are new. One statement for each list.
 */
export async function planLines(
  tx: Transaction,
  running: Running,
  rows: readonly { readonly row: LinkedRow; readonly parent: string | null }[],
): Promise<ReadonlyMap<LinkedRow, PlannedLines>> {
  const { context, plan, newId } = running;
  const planned = new Map<LinkedRow, { values: Values; lines: PlannedLine[] }>();
  for (const list of plan.lines) {
    const known = await linesOf(
      tx,
      context,
      list,
      rows.flatMap(({ parent }) => parent ?? []),
    );
    const wanted = rows.map(({ row, parent }) => ({
      row,
      parent,
      lines: (row.lines ?? []).filter((line) => line.list === list && !line.row.row.skips),
    }));
    const free = await freeIds(
      tx,
      running,
      list,
      wanted.flatMap(({ lines }) => lines),
      new Set([...known.values()].flat().map(({ id }) => id)),
    );
    for (const { row, parent, lines } of wanted) {
      if (lines.length === 0) continue;
      const open = new Set(parent === null ? [] : (known.get(parent) ?? []));
      const upsert: Values[] = [];
      const told = planned.get(row) ?? { values: {}, lines: [] };
      for (const { row: line } of lines) {
        const given = plan.options.empty === "clear" ? line.values : withoutEmpty(line.values);
        const found = findLine(context, list, open, line, given, parent);
        const own = line.row.id?.toLowerCase() ?? "";
        const id = found ? found.id : free.has(own) ? own : newId();
        const isSame = found !== undefined && says(context, list, given, found.values);
        if (found) open.delete(found);
        if (!isSame) upsert.push({ ...(found ? given : withoutEmpty(line.values)), id });
        told.lines.push({
          row: line.row.number,
          id,
          object: list.plan.object.name,
          outcome: !found ? "created" : isSame ? "skipped" : "updated",
        });
      }
      if (upsert.length > 0) told.values[list.field.name] = { upsert };
      planned.set(row, told);
    }
  }
  return planned;
}

interface KnownLine {
  readonly id: string;
  readonly parent: string;
  readonly values: Values;
}
/** The living lines of the parents that the caller may read. */
async function linesOf(
  tx: Transaction,
  context: Context,
  { field, plan }: LinesPlan,
  parents: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownLine[]>> {
  if (parents.length === 0) return new Map();
  const params = new Params();
  const { object } = plan;
  const columns = liveColumns(object).map(({ name }) => `t.${ident(name)}`);
  const rows = await tx.query<Row>({
    ...params.statement(`select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} t
      where t.${ident(field.via)} = any(${params.add(parents, "uuid[]")}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)}) order by t.id`),
  });
  return groupBy(
    rows.map(({ id, ...row }) => ({
      id: String(id),
      parent: String(row[field.via]),
      values: valuesOf(object, row),
    })),
    ({ parent }) => parent,
  );
}

/** Ids of the file that new lines may keep. */
async function freeIds(
  tx: Transaction,
  { context }: Running,
  list: LinesPlan,
  lines: readonly LinkedLine[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const now = Date.parse(context.now);
  const wanted = lines
    .flatMap(({ row }) => row.row.id?.toLowerCase() ?? [])
    .filter((id) => isRecordId(id, now) && !known.has(id));
  if (wanted.length === 0) return new Set();
  const taken = await takenIds(tx, context, list.plan.object, wanted);
  return new Set(wanted.filter((id) => !taken.has(id)));
}

function findLine(
  context: Context,
  list: LinesPlan,
  open: ReadonlySet<KnownLine>,
  line: LinkedRow,
  given: Values,
  parent: string | null,
): KnownLine | undefined {
  const { field, plan } = list;
  const lines = [...open];
  const byId =
    line.row.id === undefined ? undefined : lines.find(({ id }) => id === line.row.id?.toLowerCase());
  if (byId) return byId;
  const own: Values = { ...defaults(plan.object.fields), ...given, [field.via]: parent };
  for (const { fields } of plan.object.unique ?? []) {
    if (!fields.every((name) => own[name] !== null && own[name] !== undefined)) continue;
    const found = lines.find(({ values }) =>
      fields.every(
        (name) => name === field.via || says(context, list, { [name]: own[name] ?? null }, values),
      ),
    );
    if (found) return found;
  }
  return lines.find(({ values }) => says(context, list, given, values));
}
/** Whether the line has all that the row gives. */
const says = ({ company }: Context, { plan }: LinesPlan, given: Values, stored: Values): boolean =>
  Object.entries(given).every(([name, value]) => {
    const field = plan.object.byName[name];
    const read = field && readField(field, value, { currency: company.currency });
    if (!field || !read || !("value" in read)) return false;
    const [told, known] = [withoutRate(read.value) ?? null, withoutRate(stored[name]) ?? null];
    if (field.kind !== "money" || told === null || known === null) return sameValue(told, known);
    return (
      partOf(told, "currency") === partOf(known, "currency") &&
      new Big(String(partOf(told, "amount"))).eq(String(partOf(known, "amount")))
    );
  });
/** What fields hold where a row does not say. */
function defaults(fields: readonly Field[]): Values {
  const values: Values = {};
  for (const field of fields) {
    const given: unknown = "default" in field ? field.default : undefined;
    if (typeof given === "string" || typeof given === "number" || typeof given === "boolean")
      values[field.name] = given;
  }
  return values;
}
const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
