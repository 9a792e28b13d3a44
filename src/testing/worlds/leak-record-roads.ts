import type { Reply } from "../app.ts";
import {
  account,
  deal,
  each,
  frozen,
  known,
  NOTHING,
  q,
  RIGHTS,
  said,
  type Road,
  SECRETS,
  spy,
  world,
} from "./leak-world.ts";

const BOUNDARY = "sluice-leak-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
function form(content: string, fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.from(`${head}${content}\r\n${text.join("")}--${BOUNDARY}--\r\n`);
}
/** The endpoints of records, of what is told about them, of imports and exports. */
export const RECORD_ROADS: Readonly<Record<string, Road>> = {
  "GET /records/:object/seen": () => each((object) => `/records/${object}/seen`),
  "GET /records/:object": () => [
    ...each((object) => `/records/${object}?limit=200&titles=1&count=exact&expand=owner`),
    ...each((object) => `/records/${object}?fields=website,uscc,phone,mobile,email,amount,next_step`),
    ...each((object) => `/records/${object}?as_of=2035-01-01`),
    spy.get("/records/opportunity?expand=account,contact&titles=1"),
    spy.get("/records/contact?expand=account,account.owner"),
    spy.get(`/records/opportunity?filter=${q("contains(next_step, 4711")}`),
    spy.get(`/records/opportunity?filter=${q('amount == "x"')}`),
    spy.get("/records/opportunity?sort=-amount"),
    spy.get("/records/opportunity?deleted=1"),
  ],
  "POST /records/:object": () => [
    spy.post("/records/account", { name: "保密公司", phone: SECRETS.phone }),
    spy.post("/records/account", { name: "试探", website: "x" }),
    spy.post("/records/account", { name: "保密公司", id: account }),
  ],
  "GET /records/:object/:id": () => [
    ...each((object, id) => `/records/${object}/${id}?titles=1`),
    ...frozen.map((id) => spy.get(`/records/baseline/${id}`)),
    spy.get(`/records/opportunity/${deal}?expand=account,contact`),
    spy.get(`/records/opportunity/${deal}?as_of=2035-01-01`),
  ],
  "PATCH /records/:object/:id": () => [
    spy.patch(`/records/opportunity/${deal}`, {
      requirement: "改",
      base: { next_step: "猜", amount: "1", requirement: "猜" },
    }),
    spy.patch(`/records/opportunity/${deal}`, { next_step: "猜" }),
    spy.patch(`/records/opportunity/${deal}`, { requirement: "改二" }, { "if-match": '"1"' }),
    spy.patch(`/records/account/${account}`, { phone: "13800000000", base: { phone: "138" } }),
  ],
  "DELETE /records/:object/:id": () => [
    spy.send("DELETE", `/records/opportunity/${deal}`, undefined, { "if-match": '"1"' }),
  ],
  "POST /records/:object/:id/restore": () => [spy.post(`/records/opportunity/${deal}/restore`)],
  "POST /records/:object/aggregate": () => [
    spy.post("/records/opportunity/aggregate", {
      group_by: [{ field: "next_step" }],
      measures: [
        { fn: "sum", field: "amount" },
        { fn: "max", field: "amount" },
      ],
    }),
    spy.post("/records/opportunity/aggregate", {
      group_by: [{ field: "account.website" }, { field: "account.phone" }],
      measures: [{ fn: "count" }],
    }),
    spy.post("/records/account/aggregate", {
      group_by: [{ field: "phone" }],
      measures: [{ fn: "count_distinct", field: "website" }],
    }),
    spy.post("/records/opportunity/aggregate", {
      measures: [
        { fn: "median", field: "amount" },
        { fn: "p90", field: "amount" },
        { fn: "min", field: "next_step" },
      ],
    }),
    spy.post("/records/opportunity/aggregate", {
      group_by: [{ field: "stage" }],
      measures: [{ fn: "sum", field: "amount", weight: "probability" }],
    }),
  ],
  "POST /records/:object/bulk": () => [
    spy.post("/records/opportunity/bulk", { ids: [deal], values: { requirement: "批量修改" } }),
    spy.post("/records/opportunity/bulk", { ids: [deal], values: { amount: "1" } }),
    spy.post("/records/opportunity/bulk", { filter: "amount > 1", values: { requirement: "批量修改" } }),
  ],
  // Each of them takes its own road, which is tried by itself as well.
  "POST /reads": () => [
    spy.post("/reads", {
      paths: [
        `/records/opportunity/${deal}`,
        `/records/opportunity/${deal}/timeline`,
        "/records/opportunity?limit=200&titles=1",
        `/search?q=${q("保密")}`,
      ],
    }),
  ],
  "POST /batch": () => [
    spy.post("/batch", {
      operations: [{ op: "update", object: "opportunity", id: deal, values: { requirement: "批次" } }],
    }),
    spy.post("/batch", {
      operations: [
        {
          op: "update",
          object: "opportunity",
          id: deal,
          values: { next_step: "批次" },
          base: { next_step: "猜" },
        },
      ],
    }),
  ],
  "GET /objects": () => [spy.get("/objects")],
  "GET /objects/:object": () => [spy.get("/objects/account"), spy.get("/objects/opportunity")],
  "GET /search": () => known.map((secret) => spy.get(`/search?q=${q(`${secret} 保密`)}`)),
  "GET /records/:object/:id/timers": () => each((object, id) => `/records/${object}/${id}/timers`),
  "GET /records/:object/:id/changes": () =>
    each((object, id) => `/records/${object}/${id}/changes?limit=200`),
  "GET /records/:object/:id/timeline": () =>
    each((object, id) => `/records/${object}/${id}/timeline?limit=100`),
  "GET /records/:object/:id/who-sees": () =>
    each((object, id) => `/records/${object}/${id}/who-sees?people=${spy.id}`),
  "GET /records/:object/:id/stage-clocks": () => [spy.get(`/records/opportunity/${deal}/stage-clocks`)],
  "GET /records/:object/:id/clocks": () => each((object, id) => `/records/${object}/${id}/clocks`),
  "POST /records/:object/:id/clocks/:clock/exempt": () => [
    spy.post(`/records/opportunity/${deal}/clocks/${deal}/exempt`, { reason: "x" }),
  ],
  "POST /service-levels/clocks": () => [
    spy.post("/service-levels/clocks", { object: "opportunity", ids: [deal] }),
  ],
  "GET /service-levels": () => [spy.get("/service-levels")],
  "GET /service-levels/mine": () => [spy.get("/service-levels/mine")],
  "POST /service-levels/attainment": () => [
    spy.post("/service-levels/attainment", {
      service_level: "urgent_task",
      from: "2020-01-01",
      to: "2035-01-01",
      group_by: "person",
    }),
  ],
  "GET /records/:object/:id/looks": () => each((object, id) => `/records/${object}/${id}/looks`),
  "POST /records/:object/:id/looks": () => [
    spy.post(`/records/opportunity/${deal}/looks`, {}),
    spy.get(`/records/opportunity/${deal}/looks`),
  ],
  "GET /comments/readers": () => [spy.get(`/comments/readers?ids=${said}`)],
  "POST /comments/read": () => [spy.post("/comments/read", { ids: [said, deal] })],
  "GET /records/:object/:id/versions": () => each((object, id) => `/records/${object}/${id}/versions`),
  "GET /records/:object/:id/history": () => [
    ...each((object, id) => `/records/${object}/${id}/history`),
    ...["amount", "next_step"].map((field) =>
      spy.get(`/records/opportunity/${deal}/history?field=${field}&fields=${field}`),
    ),
    ...["website", "phone"].map((field) =>
      spy.get(`/records/account/${account}/history?field=${field}&fields=${field}`),
    ),
  ],
  "POST /records/:object/:id/versions/restore": () => [
    spy.post(`/records/opportunity/${deal}/versions/restore`, { at: "2035-01-01", version: 1 }),
  ],
  "GET /changes": () => [spy.get("/changes?limit=500&objects=account,contact,opportunity")],
  "GET /stream": NOTHING("carries ids only; heard over a socket in live-access.test.ts"),
  "POST /records/:object/:id/unmask": () => [
    spy.post(`/records/account/${account}/unmask`, { field: "phone" }),
    spy.post(`/records/account/${account}/unmask`, { field: "website" }),
  ],
  "GET /permissions/explain": () => [
    ...each((object, id) => `/permissions/explain?user=${spy.id}&object=${object}&id=${id}&action=read`),
    spy.get(`/permissions/explain?user=${spy.id}&object=account&id=${account}&field=phone`),
  ],
  "GET /permissions/readers": () => each((object, id) => `/permissions/readers?object=${object}&id=${id}`),
  "GET /permissions/new-objects": NOTHING("names of objects, for who manages roles"),
  "POST /permissions/new-objects/:object": NOTHING("rights of roles, for who manages roles"),
  "POST /permissions/diff": () => [spy.post("/permissions/diff", { role: "x", rights: RIGHTS })],
  "POST /records/:object/duplicates": () => [
    spy.post("/records/account/duplicates", { name: "保密公司" }),
    spy.post("/records/account/duplicates", { phone: SECRETS.phone }),
    spy.post("/records/account/duplicates", { website: SECRETS.website, uscc: SECRETS.uscc }),
    spy.post("/records/contact/duplicates", { mobile: SECRETS.mobile, email: SECRETS.email }),
  ],
  "POST /imports": () => [
    spy.post(
      "/imports",
      form("name,website\n保密公司,x\n", {
        options: JSON.stringify({ object: "account", match: ["name"], dry_run: true }),
      }),
      MULTIPART,
    ),
    spy.post(
      "/imports",
      form(`name,phone\n别名,${SECRETS.phone.slice(0, 9)}\n`, {
        options: JSON.stringify({ object: "account", match: ["phone"], dry_run: true }),
      }),
      MULTIPART,
    ),
  ],
  "POST /imports/inspect": () => [
    spy.post(
      "/imports/inspect",
      form("name,website\n保密公司,x\n", { options: JSON.stringify({ object: "account" }) }),
      MULTIPART,
    ),
  ],
  "GET /imports": () => [spy.get("/imports")],
  "GET /imports/:id": onImport((id) => spy.get(`/imports/${id}`)),
  "GET /imports/:id/rows": onImport((id) => spy.get(`/imports/${id}/rows`)),
  "POST /imports/:id/continue": onImport((id) =>
    spy.post(`/imports/${id}/continue`, { options: { object: "contact", dry_run: true } }),
  ),
  "GET /imports/:id/errors.csv": onImport((id) => spy.get(`/imports/${id}/errors.csv`)),
  "POST /imports/:id/answers": onImport((id) => spy.post(`/imports/${id}/answers`, { answers: {} })),
  "POST /imports/fields": () => [
    spy.post("/imports/fields", {
      object: "account",
      columns: [{ column: "保密列", label: "保密列", kind: "text" }],
    }),
  ],
  "POST /imports/:id/undo": onImport((id) => spy.post(`/imports/${id}/undo`)),
  "POST /imports/:id/cancel": onImport((id) => spy.post(`/imports/${id}/cancel`)),
  "POST /exports/later": () =>
    ["account", "contact", "opportunity"].map(async (object) => {
      const { json } = await spy.post("/exports/later", { object, format: "csv" });
      await world.idle();
      return spy.get(`/jobs/${json.id}/file`);
    }),
  "POST /exports": () =>
    ["account", "contact", "opportunity"].flatMap((object) => [
      spy.post("/exports", { object, format: "csv" }),
      spy.post("/exports", {
        object,
        format: "csv",
        fields: ["name", "website", "uscc", "phone", "mobile", "email", "amount", "next_step"],
      }),
    ]),
  "GET /exports/allowance": () => [spy.get("/exports/allowance")],
  "GET /exports/use": () => [spy.get("/exports/use")],
  "GET /balances/:kind": () => [spy.get(`/balances/export_rows?of=${spy.id}`)],
  "GET /balances/:kind/entries": () => [spy.get(`/balances/export_rows/entries?of=${spy.id}`)],
};
/** Asks about an import that the spy has made. */
function onImport(ask: (id: string) => Promise<Reply>): () => readonly Promise<Reply>[] {
  return () => [
    (async () => {
      const options = JSON.stringify({
        object: "contact",
        dry_run: true,
        mapping: { name: "name", account: { field: "account", by: "name" } },
      });
      const started = await spy.post("/imports", form("name,account\n某人,保密公\n", { options }), MULTIPART);
      await world.idle();
      return ask(String(started.json?.id));
    })(),
  ];
}
