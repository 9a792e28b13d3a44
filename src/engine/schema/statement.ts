import type { Statement } from "../../platform/db/database.ts";
import type { Columns } from "../../platform/db/columns.ts";
import { type Sql, SpelledOnce, spelled, type Spelling, toStatement } from "../../platform/db/sql.ts";
import type { Workspace } from "../kernel/context.ts";
import { historyOf, rollupOf, systemTable, tableOf } from "./names.ts";

/** The tables of a workspace, as pieces of SQL. */
export interface Tables {
  /** The live rows of an object. */
  readonly record: (object: string) => Sql;
  /** Its superseded versions. */
  readonly history: (object: string) => Sql;
  readonly rollup: (object: string) => Sql;
  readonly system: (name: string) => Sql;
}
type Naming = (workspace: Workspace, name: string) => string;
const tables = new WeakMap<Workspace, Tables>();

/** Each table is the same piece each time, so that statements over it are spelled once. */
export function tablesOf(workspace: Workspace): Tables {
  const found = tables.get(workspace);
  if (found) return found;
  const once = (naming: Naming) => {
    const known = new Map<string, Sql>();
    return (name: string): Sql => {
      const piece = known.get(name) ?? spelled(naming(workspace, name));
      known.set(name, piece);
      return piece;
    };
  };
  const made = {
    record: once(tableOf),
    history: once(historyOf),
    rollup: once(rollupOf),
    system: once(systemTable),
  };
  tables.set(workspace, made);
  return made;
}

/** A statement that says what its rows are. */
export type Typed<R> = Statement & Spelling & { readonly columns: Columns<R> };

/** A statement of the program, made for a workspace and what it asks about. */
export interface Defined<R, A extends readonly unknown[]> {
  (workspace: Workspace, ...asked: A): Typed<R>;
  readonly columns: Columns<R>;
  readonly build: (tables: Tables, ...asked: A) => Sql;
}
type Options = Pick<Statement, "name" | "findsOne">;

/**
 * A statement with its row: exported from where it is used, so that the test of all statements
 * (src/modules/statements.test.ts) finds it, has PostgreSQL prepare it and compares the columns. `name` keeps
 * it prepared, for statements by primary key.
 * @example export const userNames = statement({ id: uuid, name: orNull(text) }, ({ record }, ids: readonly string[]) =>
 *   sql`select id, name from ${record("user")} where id = any(${ids}::uuid[])`);
 * const rows = await db.query(userNames(workspace, ids));
 */
export function statement<R extends object, A extends readonly unknown[]>(
  columns: Columns<R>,
  build: (tables: Tables, ...asked: A) => Sql,
  options: Options = {},
): Defined<R, A> {
  const spelling = new WeakMap<Workspace, SpelledOnce>();
  const made = (workspace: Workspace, ...asked: A): Typed<R> => {
    const once = spelling.get(workspace) ?? new SpelledOnce();
    spelling.set(workspace, once);
    const { text, between, values } = once.statement(build(tablesOf(workspace), ...asked));
    return { text, between, values, columns, ...options };
  };
  return Object.assign(made, { columns, build });
}
/** Rows that nobody looks at. */
type Unread = Record<string, never>;

/** A statement that only does something: nothing comes back, or nobody looks at it. */
export const command = <A extends readonly unknown[]>(
  build: (tables: Tables, ...asked: A) => Sql,
  options: Options = {},
): Defined<Unread, A> => statement({}, build, options);

/**
 * A statement whose text is put together from what is asked, with its row. Tests hold what comes back against
 * it.
 */
export const answering = <R extends object>(columns: Columns<R>, piece: Sql): Typed<R> => ({
  ...toStatement(piece),
  columns,
});
/** As `command`, with a text put together from what is asked. */
export const doing = (piece: Sql): Typed<Unread> => answering({}, piece);
