import { afterAll, beforeAll, expect, test } from "vitest";
import { programOf } from "../../../../apps/server/modules.ts";
import { list } from "../../../../engine/query/list.ts";
import { accept } from "../../../../engine/kernel/refusal.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { object, optional, text } from "../../../../shared/wire/schema.ts";
import { appOn, prepareApp, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";
import { defineFrozen } from "./frozen-metrics.ts";

/** How many accounts there are. Made when the other program has started without it. */
const makeMetric = () =>
  defineFrozen("probe.accounts", object({ name: text(), as_of: optional(text()) }), {
    label: label("客户数", "Accounts"),
    answer: async (context, { name, as_of }) => {
      const asked = {
        object: "account",
        filter: `name == ${JSON.stringify(name)}`,
        ...(as_of ? { as_of } : {}),
      };
      const page = await list(context, { ...asked, fields: ["id"], sort: "", limit: 100 });
      return page.ok ? accept({ accounts: page.value.data.length, records: asked }) : page;
    },
    fixed: (body, moment) => ({ ...body, as_of: moment }),
  });

let app: TestApp;
beforeAll(async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  app = await appOn(database, { of: programOf([{ name: "probe", contributes: [makeMetric()] }]) });
});
afterAll(() => app.close());

test("a metric that a module brings is frozen with its records, and worked out again of that moment", async () => {
  await app.admin.make("account", { name: "counted" });
  const made = await app.admin.post("/insight/baselines", {
    name: "accounts",
    metric: "probe.accounts",
    body: { name: "counted" },
  });
  expect(made.status, made.text).toBe(201);
  expect(made.json.data).toMatchObject({ metric: "probe.accounts", record_count: 1 });
  await app.admin.make("account", { name: "counted" });
  const { data } = (await app.admin.get(`/insight/baselines/${made.json.data.id}`)).json;
  const count = (value: string) => [{ name: "accounts", value }];
  expect(data).toMatchObject({ metric: "probe.accounts", identical: true, same_records: true });
  expect([data.frozen, data.again, data.now]).toEqual([count("1"), count("1"), count("2")]);
  const [row] = (await app.admin.get("/records/baseline")).json.data;
  expect(row.metric).toBe("added");
});

test("a question that its metric does not know, and a metric that no module brings, are refused", async () => {
  const freeze = async (metric: string, body: object) => {
    const reply = await app.admin.post("/insight/baselines", { name: "x", metric, body });
    return [reply.status, reply.json.code];
  };
  expect(await freeze("probe.accounts", { as_of: "2026-01-01" })).toEqual([422, "bad_question"]);
  expect(await freeze("probe.nothing", {})).toEqual([422, "unknown_metric"]);
});
