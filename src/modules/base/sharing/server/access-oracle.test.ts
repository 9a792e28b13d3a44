import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { abilitiesOn } from "../../../../engine/api/abilities.ts";
import { readFeed } from "../../../../engine/changes/read-feed.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { aggregate } from "../../../../engine/query/aggregate.ts";
import { get } from "../../../../engine/query/get.ts";
import { matchingIds } from "../../../../engine/query/ids.ts";
import { JsonText } from "../../../../engine/kernel/json-text.ts";
import { list, listJson } from "../../../../engine/query/list.ts";
import { search } from "../../../../engine/query/search.ts";
import { tokensOf } from "../../../../engine/query/search-tokens.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { exportRecords } from "../../../data/importing/server/export-records.ts";
import { loadPrincipal } from "../../identity/public.ts";
import {
  type Company,
  maySee,
  maySeeContact,
  maySeeNote,
  type Person,
  phoneRight,
} from "./access-oracle.fixture.ts";
import { rowsOf } from "./company-rows.fixture.ts";
import { draw, randomFrom } from "./draw-company.fixture.ts";

let world: TestApp;
let base: Context;
let seq = 1_000_000;
beforeAll(async () => {
  world = await testApp();
  base = await world.context();
});
afterAll(() => world.close());

const TABLES = [
  "department",
  "user",
  "user_department",
  "role",
  "user_role",
  "team",
  "team_member",
  "account",
  "note",
  "contact",
  "share",
  "sharing_rule",
];

/** Puts a company in the place of the one before: two statements, however many records. */
async function settle(company: Company): Promise<void> {
  const rows = rowsOf(company);
  const tokens = company.accounts.map(({ id }) => ({
    object: "account",
    id,
    class: "open",
    tokens: tokensOf(`共同客户 ${id}`),
  }));
  const logged = company.accounts.map(({ id }) => ({
    seq: (seq += 1),
    at: base.now,
    object: "account",
    record: id,
    version: 1,
    kind: "create",
    actor_kind: "system",
    road: "seed",
    before: {},
    after: { name: id },
  }));
  const schema = base.workspace.schema;
  const cleared = TABLES.map((name) => `d_${name} as (delete from ${schema}.o_${name})`);
  await base.db.query({
    text: `with ${cleared.join(", ")}, s as (delete from ${schema}.search_entry) select 1`,
  });
  const values: unknown[] = [];
  const insert = (name: string, table: string, all: readonly object[]): string[] => {
    if (all.length === 0) return [];
    const columns = [...new Set(all.flatMap((row) => Object.keys(row)))]
      .map((column) => `"${column}"`)
      .join(", ");
    values.push(JSON.stringify(all));
    return [
      `i_${name} as (insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $${values.length}::json))`,
    ];
  };
  const kept = {
    version: 1,
    valid_from: "2020-01-01T00:00:00Z",
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
    recorded: 1,
  };
  const inserts = [
    ...TABLES.flatMap((name) =>
      insert(
        name,
        `${schema}.o_${name}`,
        (rows[name] ?? []).map((row) => ({ ...kept, ...row })),
      ),
    ),
    ...insert("search", `${schema}.search_entry`, tokens),
    ...insert("changes", `${schema}.changes`, logged),
  ];
  await base.db.query({
    text: `with ${inserts.join(", ")} select setval('${schema}.changes_seq', ${seq})`,
    values,
  });
}

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const idsOf = (rows: readonly { readonly id?: unknown }[]) => rows.map((row) => String(row.id)).toSorted();

/** Every road of one person's sight of one company, each held against the oracle. */
async function compare(company: Company, who: Person): Promise<void> {
  const principal = await loadPrincipal(base.db, base.workspace, who.id);
  if (!principal) throw new Error("nobody");
  const context: Context = { ...base, principal };
  const account = context.catalog.object("account")!;
  const seen = idsOf(company.accounts.filter((one) => maySee(company, who, one)));
  const changeable = idsOf(company.accounts.filter((one) => maySee(company, who, one, "update")));
  const listed = valueOf(await list(context, { object: "account", limit: 500, sort: "id" })).data;
  expect(idsOf(listed), "list").toEqual(seen);
  expect(
    idsOf(valueOf(await list(context, { object: "account", limit: 500, search: "共同" })).data),
    "search in a list",
  ).toEqual(seen);
  const then = valueOf(await list(context, { object: "account", limit: 500, as_of: "2024-01-01" })).data;
  expect(idsOf(then), "as of").toEqual(seen);
  const json = valueOf(await listJson(context, { object: "account", limit: 500, sort: "id" }));
  const written = JSON.stringify(
    (JSON.parse(json instanceof JsonText ? json.json : JSON.stringify(json)) as { data: Values[] }).data,
  );
  expect(idsOf(await search(context, "共同客户", { objects: ["account"], limit: 50 })), "search").toEqual(
    seen,
  );
  expect(
    valueOf(await aggregate(context, { object: "account", measures: [{ fn: "count" }] })).groups[0]?.values,
    "aggregate",
  ).toEqual([seen.length]);
  expect(valueOf(await matchingIds(context, account, undefined, "update", { limit: 500 })), "bulk").toEqual(
    changeable,
  );
  const feed = valueOf(
    await readFeed(context, {
      cursor: String(seq - company.accounts.length),
      objects: ["account"],
      limit: 500,
    }),
  );
  expect(
    idsOf(feed.data.flatMap((entry) => (entry.type === "upsert" ? [{ id: entry.id }] : []))),
    "feed",
  ).toEqual(seen);
  expect(
    feed.data.filter((entry) => entry.type === "gone"),
    "never seen is not gone",
  ).toEqual([]);
  const chunks: string[] = [];
  for await (const chunk of valueOf(
    await exportRecords(context, { object: "account", fields: ["name"], format: "csv" }),
  ).stream)
    chunks.push(String(chunk));
  expect(
    company.accounts
      .filter(({ id }) => chunks.join("").includes(id))
      .map(({ id }) => id)
      .toSorted(),
    "export",
  ).toEqual(seen);
  const one = company.accounts[seq % company.accounts.length]!;
  const got = await get(context, account, one.id);
  expect(got.ok, "get").toBe(seen.includes(one.id));
  if (got.ok)
    expect((await abilitiesOn(context, account, got.value)).update, "abilities").toBe(
      changeable.includes(one.id),
    );

  const notes = idsOf(company.notes.filter((note) => maySeeNote(company, who, note)));
  expect(
    idsOf(valueOf(await list(context, { object: "note", limit: 500 })).data),
    "what hangs on it",
  ).toEqual(notes);
  const contacts = valueOf(await list(context, { object: "contact", limit: 500, expand: ["account"] })).data;
  expect(idsOf(contacts), "contacts").toEqual(
    idsOf(company.contacts.filter((contact) => maySeeContact(company, who, contact))),
  );
  for (const contact of contacts) {
    const link = company.contacts.find(({ id }) => id === contact["id"])!.account;
    expect((contact["account"] as Values)["denied"] !== true, "expand").toBe(seen.includes(link));
  }
  const through = valueOf(
    await list(context, { object: "contact", limit: 500, filter: 'account.website == "https://a.example"' }),
  ).data;
  const sites = company.contacts.filter((contact) => {
    const target = company.accounts.find(({ id }) => id === contact.account)!;
    return (
      maySeeContact(company, who, contact) &&
      seen.includes(target.id) &&
      target.website === "https://a.example"
    );
  });
  expect(idsOf(through), "path through a link").toEqual(idsOf(sites));

  const of = (id: unknown) => company.accounts.find((one) => one.id === id)!;
  const readsPhone = (id: unknown) => ["read", "edit"].includes(phoneRight(company, who, of(id)));
  const shown = (record: Values, road: string) => {
    const [{ phone }, right] = [of(record["id"]), phoneRight(company, who, of(record["id"]))];
    if (right === "hidden") expect(record, road).not.toHaveProperty("phone");
    else expect(record["phone"] === phone, `phone ${right} in ${road}`).toBe(right !== "mask");
  };
  for (const record of listed) shown(record, "list");
  for (const record of then) shown(record, "as of");
  for (const record of JSON.parse(written) as Values[]) shown(record, "list as written");
  if (got.ok) shown(got.value, "get");
  const begins = company.accounts.filter(
    ({ id, phone }) => seen.includes(id) && phone.startsWith("138") && readsPhone(id),
  );
  const probe = valueOf(
    await list(context, { object: "account", limit: 500, filter: 'phone.startsWith("138")' }),
  ).data;
  expect(idsOf(probe), "filter on a field").toEqual(idsOf(begins));
  const linked = valueOf(
    await list(context, { object: "contact", limit: 500, filter: 'account.phone.startsWith("138")' }),
  ).data;
  expect(idsOf(linked), "filter on a field behind a link").toEqual(
    idsOf(
      company.contacts.filter(
        (contact) =>
          maySeeContact(company, who, contact) && begins.some((account) => account.id === contact.account),
      ),
    ),
  );
  for (const contact of contacts) {
    const account = contact["account"] as Values;
    if (account["denied"] !== true) shown(account, "expand");
  }
  const grouped = await aggregate(context, {
    object: "account",
    group_by: [{ field: "phone" }],
    measures: [{ fn: "count" }],
  });
  if (grouped.ok)
    expect(
      grouped.value.groups.flatMap(({ key }) => (key["phone"] === null ? [] : [key["phone"]])).toSorted(),
      "groups",
    ).toEqual(
      seen
        .filter(readsPhone)
        .map((id) => of(id).phone)
        .toSorted(),
    );
  const sorted = valueOf(
    await list(context, { object: "account", limit: 500, sort: "phone", fields: ["phone"] }),
  ).data.map(({ id }) => String(id));
  const inOrder = seen
    .filter(readsPhone)
    .toSorted((one, other) => (of(one).phone < of(other).phone ? -1 : 1));
  if (inOrder.length > 0 || seen.length === 0)
    expect(sorted.slice(0, inOrder.length), "sort").toEqual(inOrder);
}

test(
  "in any company, every road shows each person what the rules allow, no more and no less",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(4), async (seed, at) => {
        const company = draw(randomFrom(seed));
        await settle(company);
        await compare(company, company.people[at]!);
      }),
      { numRuns: 120, endOnFailure: true, examples: [[1562929398, 3]] },
    );
  },
);
