import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { dropFactsAhead } from "../query/facts-ahead.ts";
import { notesIn } from "../kernel/write-notes.ts";
import { historyOf, systemTable, tableOf, type Column } from "../schema/names.ts";
import { liveColumns, storedFields } from "../schema/plan.ts";
import type { Item } from "./batch.ts";
import { isVersioned } from "./changed-fields.ts";
import type { SaveRequest } from "../kernel/save-request.ts";
import { dropLockedAhead } from "./lock-records.ts";
import { logRow } from "./log-row.ts";
import type { OpenedWrite } from "./open-write.ts";
import { putColumns, type Row } from "../values/row-values.ts";
import { WriteParts, type WrittenAlong } from "../kernel/write-parts.ts";

/**
 * Writes live rows, superseded versions, the log and what goes along of one object's items: one statement,
 * however many records, that nobody waits for.
 */
export function writeRows(
  tx: Transaction,
  { context, author, object, request, now }: RowsRequest,
  items: readonly Item[],
  along: readonly WrittenAlong[],
): void {
  const made = items.filter((item) => item.operation.op === "create");
  const edited = items.filter((item) => item.operation.op !== "create");
  const logged = items.filter(isVersioned);
  const statement = new RowStatement(context, object, now);
  if (made.length > 0) statement.insert(made);
  if (edited.length > 0) statement.update(edited);
  if (logged.length > 0) statement.log(logged.map((item) => logRow(author, item, request, now)));
  for (const write of along) write(statement);
  dropLockedAhead(notesIn(tx, context));
  dropFactsAhead(notesIn(tx, context));
  // Inserts have no plan to choose and one record is found by its key: safe to keep prepared.
  tx.later({ ...statement.statement(), ...(edited.length <= 1 ? { name: "write" } : {}) });
}
export interface RowsRequest {
  readonly context: Context;
  /**
   * In whose name the log has it: who gave the values, also where they are written by right of another
   * record.
   */
  readonly author: Context;
  readonly object: CatalogObject;
  readonly request: SaveRequest;
  /** The moment of the write. */
  readonly now: string;
}

/** Numbers in the log, and the system fields of the stored records. */
export function stampItems(context: Context, items: readonly Item[], { seqs, now }: OpenedWrite): void {
  items.forEach((item, index) => stamp(context, item, seqs[index] ?? 0, now));
}
function stamp(context: Context, item: Item, seq: number, now: string): void {
  const actor = context.principal.id;
  const isNew = item.operation.op === "create";
  item.seq = seq;
  const last = Number(partOf(anyRecord, item.before).version ?? 0);
  const { created_at, created_by } = partOf(anyRecord, item.after);
  const version = isNew ? 1 : last + (isVersioned(item) ? 1 : 0);
  const created: Values = isNew
    ? {
        created_at: item.past[0]?.at ?? created_at ?? now,
        created_by: created_by ?? actor,
      }
    : {};
  item.after = {
    ...item.after,
    ...created,
    id: item.id,
    version,
    ...(isNew || isVersioned(item) ? { updated_at: now, updated_by: actor } : {}),
  };
}

/** Builds one statement from parts; `$n` are JSON arrays of rows. */
class RowStatement extends WriteParts {
  private readonly table: string;
  private readonly history: string;
  private readonly columns: readonly Column[];
  constructor(
    private readonly context: Context,
    private readonly object: CatalogObject,
    private readonly now: string,
  ) {
    super();
    this.table = tableOf(context.workspace, object.name);
    this.history = historyOf(context.workspace, object.name);
    this.columns = liveColumns(object);
  }

  insert(items: readonly Item[]): void {
    const rows = items.map((item) => ({
      ...this.columnsFor(item.after),
      valid_from: item.past.at(-1)?.at ?? this.now,
      recorded: item.seq,
      deleted_at: null,
      deleted_by: null,
    }));
    const names = this.columns.map((column) => ident(column.name)).join(", ");
    this.push(
      `made as (insert into ${this.table} (${names}) select ${names} from ${this.recordset(rows, this.columns)})`,
    );
    this.told("past", items);
  }

  /** Versions that were told, not seen. */
  private told(name: string, items: readonly Item[]): void {
    const past = items.flatMap((item) => this.pastRows(item));
    if (past.length === 0) return;
    const names = this.columns.map((column) => ident(column.name)).join(", ");
    const wide: Column[] = [
      ...this.columns,
      { name: "valid_to", type: "timestamptz", nullable: false, part: "value" },
    ];
    this.push(
      `${name} as (insert into ${this.history} (${names}, valid_to, period) select ${names}, valid_to, ${PERIOD} from ${this.recordset(past, wide)})`,
    );
  }

  update(items: readonly Item[]): void {
    const changed = this.columns.filter(
      (column) =>
        ALWAYS.includes(column.name) ||
        items.some(
          (item) => item.changed.has(column.name.split("__")[0] ?? "") || item.changed.has(column.name),
        ),
    );
    const rewritten = items.filter(({ since }) => since !== null);
    const rows = items.map((item) => ({
      ...this.columnsFor(item.after),
      id: item.id,
      recorded: item.seq,
      keeps: isVersioned(item),
      retracts: isRetracting(item),
      ...(item.since === null ? {} : { since: item.since, begins: item.past.at(-1)?.at }),
      ...deletion(this.context, item, this.now),
    }));
    const wide: Column[] = [
      { name: "id", type: "uuid", nullable: false, part: "value" },
      ...changed,
      { name: "keeps", type: "boolean", nullable: false, part: "value" },
      { name: "retracts", type: "boolean", nullable: false, part: "value" },
      ...(rewritten.length > 0 ? BELIEF : []),
    ];
    const doubted = rewritten.length > 0 ? `e.retracts or t.valid_from >= e.since` : `e.retracts`;
    const begins = rewritten.length > 0 ? `coalesce(e.begins, a.valid_to)` : `a.valid_to`;
    const all = this.columns.map((column) => `t.${ident(column.name)}`).join(", ");
    const names = this.columns.map((column) => ident(column.name)).join(", ");
    const [first] = items;
    const only = items.length === 1 && first ? ` and t.id = ${this.param(first.id, "uuid")}` : "";
    this.push(
      `edit as materialized (select * from ${this.recordset(rows, wide)})`,
      `at as materialized (select t.id, greatest(${this.param(this.now, "timestamptz")}, t.valid_from + interval '1 microsecond') as valid_to from ${this.table} t join edit e on e.id = t.id${only})`,
      `kept as (insert into ${this.history} (${names}, valid_to, period, retracted) select ${all}, a.valid_to, ${PERIOD}, case when ${doubted} then e.recorded end from ${this.table} t join at a on a.id = t.id join edit e on e.id = t.id where e.keeps${only})`,
      `set_rows as (update ${this.table} t set ${changed.map(setColumn).join(", ")}, valid_from = case when e.keeps then ${begins} else t.valid_from end from edit e join at a on a.id = e.id where t.id = e.id${only})`,
    );
    this.told("told", rewritten);
    if (rewritten.length > 0 || items.some(isRetracting))
      this.push(
        `unbelieved as (update ${this.history} h set retracted = e.recorded from edit e where (e.retracts${rewritten.length > 0 ? " or h.valid_from >= e.since" : ""}) and h.id = e.id and h.retracted is null)`,
      );
  }

  log(rows: readonly Row[]): void {
    const columns =
      "seq, at, object, record, version, kind, actor, actor_kind, road, before, after, note, request";
    const types =
      "seq bigint, at timestamptz, object text, record uuid, version integer, kind text, actor uuid, actor_kind text, road text, before jsonb, after jsonb, note jsonb, request text";
    this.push(
      `logged as (insert into ${systemTable(this.context.workspace, "changes")} (${columns}) select ${columns} from json_to_recordset(${this.param(JSON.stringify(rows), "json")}) as r(${types}))`,
    );
  }

  private columnsFor(values: Values): Row {
    const row: Row = {};
    for (const field of storedFields(this.object)) {
      const value = values[field.name];
      // A column that a row does not name is null.
      if (value !== null && value !== undefined) putColumns(row, field, value);
    }
    return row;
  }
  private pastRows(item: Item): Row[] {
    return item.past.slice(0, -1).flatMap((state, index) => {
      if (item.since !== null && state.at < item.since) return [];
      const own = item.since === null ? {} : stampsOf(state.values);
      const { created_at, created_by, updated_by } = partOf(anyRecord, item.after);
      return {
        ...this.columnsFor({
          ...state.values,
          id: item.id,
          version: 0,
          created_at: created_at ?? null,
          created_by: created_by ?? null,
          updated_at: state.at,
          updated_by: updated_by ?? null,
          ...own,
        }),
        valid_from: state.at,
        valid_to: item.past[index + 1]?.at,
        recorded: item.seq,
        deleted_at: item.since === null ? null : (state.values["deleted_at"] ?? null),
        deleted_by: item.since === null ? null : (state.values["deleted_by"] ?? null),
      };
    });
  }
  private recordset(rows: readonly Row[], columns: readonly Column[]): string {
    const spelled = columns.map((column) => `${ident(column.name)} ${column.type}`).join(", ");
    return `json_to_recordset(${this.param(JSON.stringify(rows), "json")}) as r(${spelled})`;
  }
}

const BELIEF: readonly Column[] = [
  { name: "since", type: "timestamptz", nullable: true, part: "value" },
  { name: "begins", type: "timestamptz", nullable: true, part: "value" },
];
/** A version that goes on being believed keeps its number and who made it. */
export const stampsOf = (values: Readonly<Values>): Values =>
  Object.fromEntries(
    ["version", "created_at", "created_by", "updated_at", "updated_by"].flatMap((name) =>
      name in values ? [[name, values[name] ?? null]] : [],
    ),
  );
const PERIOD = `(extract(year from valid_to at time zone 'UTC') * 12 + extract(month from valid_to at time zone 'UTC') - 1)::int`;
const ALWAYS = ["version", "recorded", "updated_at", "updated_by", "deleted_at", "deleted_by"];
/**
 * A change of computed fields alone makes no version and has no line in the log: what is believed is what
 * was.
 */
const setColumn = ({ name }: Column): string =>
  name === "recorded"
    ? `recorded = case when e.keeps then e.recorded else t.recorded end`
    : `${ident(name)} = e.${ident(name)}`;
const isRetracting = (item: Item): boolean =>
  item.operation.op === "delete" && item.operation.retract === true;
function deletion(context: Context, item: Item, now: string): Row {
  if (item.operation.op === "delete") return { deleted_at: now, deleted_by: context.principal.id };
  return { deleted_at: null, deleted_by: null };
}
