import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ROWS = 20_000;
/** Bytes of some indexes of a partitioned table for each row that it was given. */
async function bytesOf(table: string, without: readonly string[]): Promise<number> {
  const [row] = await app.database.db.query<{ bytes: number }>({
    text: `select coalesce(sum(pg_relation_size(i.indexrelid)), 0)::float8 / ${ROWS} as bytes from pg_inherits h join pg_index i on i.indrelid = h.inhrelid
      join pg_inherits of on of.inhrelid = i.indexrelid join pg_class c on c.oid = of.inhparent
      where h.inhparent = ('w_main.' || $1)::regclass and not c.relname = any($2::text[]) and pg_relation_size(h.inhrelid) > 1000000`,
    values: [table, without],
  });
  return row?.bytes ?? 0;
}

test("what many lines of the log and of the ledger of visits have in common is kept once in their indexes", async () => {
  const { db } = app.database;
  await db.query({
    text: `insert into w_main.changes (seq, at, object, record, version, kind, actor, actor_kind, road, before, after)
      select 1000000 + n, now(), 'opportunity', gen_random_uuid(), 1, 'create', '018c1df3-2547-7c7d-8fb9-3d1b4caf1083', 'person', 'api', '{}', '{}' from generate_series(1, ${ROWS}) n`,
  });
  expect(await bytesOf("changes", ["changes_pkey", "changes_record"])).toBeLessThan(2 * 12);
  await db.query({
    text: `insert into w_main.stage_visit (id, object, record, pipeline, stage, stage_type, entered_at, left_at, road)
      select gen_random_uuid(), 'opportunity', gen_random_uuid(), '018c1df3-2547-7c7d-8fb9-3d1b4caf1083', 'discovery', 'open', now(), now() + n * interval '1 second', 'api' from generate_series(1, ${ROWS}) n`,
  });
  expect(await bytesOf("stage_visit", ["stage_visit_pkey", "stage_visit_record"])).toBeLessThan(12 + 30);
});

test("columns of a record stand where no row has gaps between them", async () => {
  const places = await app.database.db.query<{ table: string; place: number }>({
    text: `select c.relname as "table", case when t.typalign = 'd' then 8 when t.typlen = 4 then 4 when t.typlen > 0 then 1 else 0 end as place from pg_attribute a
      join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
      where c.relname in ('o_opportunity', 'h_opportunity', 'o_quote') and c.relnamespace = 'w_main'::regnamespace and a.attnum > 0 order by c.relname, a.attnum`,
  });
  for (const table of new Set(places.map((one) => one.table))) {
    const found = places.filter((one) => one.table === table).map(({ place }) => place);
    expect(found, table).toEqual(found.toSorted((one, other) => other - one));
  }
});
