import { type Executor, ident } from "../db/database.ts";

/** A table that holds rows, as COPY names it. */
export interface DescribedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}
/** The statements that make schemas anew: `before` their rows are there, and `after`. */
export interface DescribedSchemas {
  readonly before: readonly string[];
  readonly tables: readonly DescribedTable[];
  readonly after: readonly string[];
}
interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly default: string | null;
  readonly identity: "" | "a" | "d";
  readonly generated: string;
  readonly not_null: boolean;
  readonly statistics: number | null;
}
interface RelationRow {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly partitioned_by: string | null;
  readonly part_of: string | null;
  readonly bound: string | null;
  readonly options: string | null;
  readonly definition: string | null;
  readonly columns: readonly ColumnRow[];
}

/** A kind of thing that stands in a schema and that a copy would lose. */
export class NotDescribed extends Error {}

/**
 * Reads from PostgreSQL's own catalog how these schemas are made: tables, partitions, views, sequences with
 * their positions, functions, constraints, indexes, triggers. What it gives runs on every PostgreSQL from 15
 * on. The caller holds the tables, so that nothing changes meanwhile.
 */
export async function describeSchemas(db: Executor, schemas: readonly string[]): Promise<DescribedSchemas> {
  const values = [schemas];
  await refuseUnknown(db, values);
  const relations = await db.query<RelationRow>({ text: RELATIONS, values });
  const texts = async (text: string): Promise<string[]> =>
    (await db.query<{ text: string }>({ text, values })).map((row) => row.text);
  const tables = relations.filter(({ kind }) => kind === "r");
  return {
    before: [
      ...schemas.map((schema) => `create schema ${ident(schema)}`),
      ...(await texts(SEQUENCES)),
      ...(await texts(FUNCTIONS)),
      ...relations.map(spellRelation),
      ...relations.flatMap(spellStatistics),
    ],
    tables: tables.map(({ schema, name, columns }) => ({
      schema,
      name,
      columns: columns.filter((column) => !column.generated).map((column) => column.name),
    })),
    after: [
      ...(await texts(CONSTRAINTS)),
      ...(await texts(INDEXES)),
      ...(await texts(TRIGGERS)),
      ...(await texts(OWNED)),
      ...(await positions(db, values)),
    ],
  };
}

const placeOf = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  `${ident(schema)}.${ident(name)}`;

function spellRelation(relation: RelationRow): string {
  const place = placeOf(relation);
  const options = relation.options ? ` with (${relation.options})` : "";
  if (relation.kind === "v")
    return `create view ${place} as ${(relation.definition ?? "").replace(/;\s*$/, "")}`;
  const partitioned = relation.partitioned_by ? ` partition by ${relation.partitioned_by}` : "";
  if (relation.part_of)
    return `create table ${place} partition of ${relation.part_of} ${relation.bound}${partitioned}${options}`;
  return `create table ${place} (${relation.columns.map(spellColumn).join(", ")})${partitioned}${options}`;
}

function spellColumn(column: ColumnRow): string {
  const identity = column.identity
    ? ` generated ${column.identity === "a" ? "always" : "by default"} as identity`
    : "";
  const value =
    column.default === null
      ? ""
      : column.generated
        ? ` generated always as (${column.default}) stored`
        : ` default ${column.default}`;
  return `${ident(column.name)} ${column.type}${column.collation ? ` collate ${column.collation}` : ""}${column.not_null ? " not null" : ""}${identity}${value}`;
}

const spellStatistics = (relation: RelationRow): string[] =>
  relation.columns.flatMap(({ name, statistics }) =>
    statistics === null
      ? []
      : [`alter table ${placeOf(relation)} alter column ${ident(name)} set statistics ${statistics}`],
  );

/** Positions are not bound to a snapshot: read behind it they are never too low. */
async function positions(db: Executor, values: readonly unknown[]): Promise<string[]> {
  const sequences = await db.query<{
    schema: string;
    name: string;
    of: string | null;
    column: string | null;
  }>({ text: ALL_SEQUENCES, values });
  const found: string[] = [];
  for (const sequence of sequences) {
    const [row] = await db.query<{ last: string; called: boolean }>({
      text: `select last_value::text as last, is_called as called from ${placeOf(sequence)}`,
    });
    const target =
      sequence.of && sequence.column
        ? `pg_get_serial_sequence(${literal(sequence.of)}, ${literal(sequence.column)})`
        : `${literal(placeOf(sequence))}::regclass`;
    if (row) found.push(`select setval(${target}, ${row.last}, ${row.called})`);
  }
  return found;
}
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function refuseUnknown(db: Executor, values: readonly unknown[]): Promise<void> {
  const rows = await db.query<{ what: string }>({
    text: `select 'relation ' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind not in ('r', 'p', 'v', 'S', 'i', 'I', 't')
      union all select 'type ' || t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname = any($1) and t.typtype in ('e', 'd', 'r')
      union all select 'aggregate ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any($1) and p.prokind not in ('f', 'p')
      union all select 'policy ' || polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1)`,
    values,
  });
  if (rows[0]) throw new NotDescribed(rows[0].what);
}

const IN = "n.nspname = any($1)";
/** In the order of their making, so that partitions follow their tables and views what they read. */
const RELATIONS = `select n.nspname as schema, c.relname as name, c.relkind::text as kind, pg_get_partkeydef(c.oid) as partitioned_by, c.relispartition,
    case when c.relispartition then (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) end as part_of,
    pg_get_expr(c.relpartbound, c.oid) as bound, array_to_string(c.reloptions, ', ') as options, case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as definition,
    coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'identity', a.attidentity, 'generated', a.attgenerated, 'not_null', a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid), 'statistics', case when c.relkind <> 'v' then nullif(a.attstattarget, -1) end,
        'collation', case when a.attcollation <> t.typcollation then (select quote_ident(cn.nspname) || '.' || quote_ident(co.collname) from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace where co.oid = a.attcollation) end) order by a.attnum)
      from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${IN} and c.relkind in ('r', 'p', 'v') order by c.oid`;
const FUNCTIONS = `select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${IN} order by p.oid`;
const NOT_OWN =
  "not exists (select from pg_depend x where x.objid = c.oid and x.classid = 'pg_class'::regclass and x.deptype = 'i')";
const SEQUENCES = `select format('create sequence %I.%I as %s increment by %s minvalue %s maxvalue %s start with %s cache %s', n.nspname, c.relname, format_type(s.seqtypid, null),
    s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache) || case when s.seqcycle then ' cycle' else '' end as text
  from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace where ${IN} and ${NOT_OWN} order by c.oid`;
const OWNED = `select format('alter sequence %I.%I owned by %s.%I', n.nspname, c.relname, d.refobjid::regclass, a.attname) as text from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0 join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where ${IN} and c.relkind = 'S' order by c.oid`;
const ALL_SEQUENCES = `select n.nspname as schema, c.relname as name, d.refobjid::regclass::text as of, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0 left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where ${IN} and c.relkind = 'S' order by c.oid`;
const CONSTRAINTS = `select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${IN} and k.contype in ('p', 'u', 'x', 'c', 'f') and k.conparentid = 0 and (k.coninhcount = 0 or k.conislocal)
  order by array_position('{p,u,x,c,f}'::"char"[], k.contype), k.oid`;
/** A half-made index is left to the next start, which makes it anew. */
const INDEXES = `select replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') as text from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where ${IN} and i.indisvalid and not c.relispartition and not exists (select from pg_constraint k where k.conindid = c.oid) order by c.oid`;
const TRIGGERS = `select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${IN} and not t.tgisinternal and t.tgparentid = 0 order by t.oid`;
