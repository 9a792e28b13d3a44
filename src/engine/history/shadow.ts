import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import type { Row } from "../values/row-values.ts";
import { historyOf, HISTORY_COLUMNS, tableOf, type Column } from "../schema/names.ts";
import { liveColumns } from "../schema/plan.ts";
import type { ReplayedRecord } from "./replay-record.ts";

const BATCH = 500;

/** Temporary tables like an object's own, filled from the log. */
export class Shadow {
  static async open(tx: Transaction, workspace: Workspace, object: CatalogObject): Promise<Shadow> {
    const shadow = new Shadow(tx, object);
    await tx.query({
      text: `create temporary table ${shadow.table} (like ${tableOf(workspace, object.name)}) on commit drop`,
    });
    await tx.query({
      text: `create temporary table ${shadow.history} (like ${historyOf(workspace, object.name)}) on commit drop`,
    });
    // The number of a version in its table says nothing.
    await tx.query({ text: `alter table ${shadow.history} drop column hid` });
    return shadow;
  }
  readonly table: string;
  readonly history: string;
  rows = 0;
  versions = 0;
  #live: Row[] = [];
  #history: Row[] = [];
  private constructor(
    private readonly tx: Transaction,
    readonly object: CatalogObject,
  ) {
    this.table = `pg_temp.${ident(`replayed_o_${object.name}`.slice(0, 60))}`;
    this.history = `pg_temp.${ident(`replayed_h_${object.name}`.slice(0, 60))}`;
  }

  async put({ live, history }: ReplayedRecord): Promise<void> {
    this.#live.push(live);
    this.#history.push(...history);
    if (this.#live.length >= BATCH || this.#history.length >= 4 * BATCH) await this.flush();
  }
  async flush(): Promise<void> {
    this.rows += this.#live.length;
    this.versions += this.#history.length;
    await this.#insert(this.table, liveColumns(this.object), this.#live);
    await this.#insert(
      this.history,
      [...liveColumns(this.object), ...HISTORY_COLUMNS.filter(({ name }) => name !== "hid")],
      this.#history,
    );
    this.#live = [];
    this.#history = [];
  }
  async drop(): Promise<void> {
    await this.tx.query({ text: `drop table ${this.table}, ${this.history}` });
  }
  async #insert(table: string, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const names = columns.map(({ name }) => ident(name)).join(", ");
    const spelled = columns.map(({ name, type }) => `${ident(name)} ${type}`).join(", ");
    await this.tx.query({
      text: `insert into ${table} (${names}) select ${names} from json_to_recordset($1::json) as r(${spelled})`,
      values: [JSON.stringify(rows)],
    });
  }
}
