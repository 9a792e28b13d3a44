import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../../apps/server/modules.ts";
import { type Client, type Reply, testApp, type TestApp } from "../../../testing/app.ts";

const SECRETS = {
  website: "https://mimi-4711.example",
  uscc: "91350100M000100Y43",
  phone: "13877776666",
  mobile: "13911112222",
  email: "leak4711@mimi.example",
  /** Longer than what a random id may hold by chance. */
  amount: "481516234215",
  next_step: "绝密步骤四七一一",
} as const;
const known = Object.values(SECRETS);
const { phone: _phone, mobile: _mobile, ...neverSeen } = SECRETS;
const hidden = Object.values(neverSeen);
const work = { create: true, read: "all", update: "all", delete: "all" };
const RIGHTS = {
  objects: { "*": work },
  fields: {
    account: { website: "hidden", uscc: "hidden", phone: "mask", open_amount: "hidden" },
    contact: { email: "hidden", mobile: "mask" },
    opportunity: { amount: "hidden", next_step: "hidden" },
  },
  abilities: [
    "record.import",
    "record.export",
    "record.transfer",
    "record.restore",
    "audit.read",
    "pipelines.manage",
    "permissions.explain",
  ],
};

let world: TestApp;
let spy: Client & { id: string };
let account: string;
let contact: string;
let deal: string;
let pipeline: string;
/** A move of a second deal with all secrets that waits for the spy's own consent. */
let asked: { readonly deal: string; readonly request: string };
beforeAll(async () => {
  world = await testApp();
  await world.admin.make("role", {
    name: "spy",
    label: { "zh-CN": "探子", en: "Spy" },
    rights: RIGHTS as never,
  });
  spy = await world.person({ name: "探子", role: "spy" });
  const { website, uscc, phone, mobile, email, amount, next_step } = SECRETS;
  account = String((await world.admin.make("account", { name: "保密公司", website, phone, uscc })).id);
  contact = String((await world.admin.make("contact", { name: "保密联系人", account, mobile, email })).id);
  deal = String(
    (
      await world.admin.make("opportunity", {
        name: "保密商机",
        account,
        contact,
        amount,
        next_step,
        close_date: "2031-01-01",
      })
    ).id,
  );
  for (const [at, sum] of ["5", "9000000", "300"].entries()) {
    const other = await world.admin.make("account", {
      name: `公司${at}`,
      website: `https://w${at}.example`,
      phone: `1300000000${at}`,
    });
    await world.admin.make("opportunity", {
      name: `商机${at}`,
      account: other.id,
      amount: sum,
      next_step: `步骤${at}`,
      close_date: "2031-01-01",
    });
  }
  await world.admin.patch(`/records/opportunity/${deal}`, { amount, next_step: `${next_step}。` });
  await world.admin.patch(`/records/account/${account}`, { website, description: "公开说明" });
  asked = await askForConsent();
  pipeline = (await world.admin.get("/pipelines?object=opportunity")).json.data[0].id;
});
afterAll(() => world.close());

async function askForConsent(): Promise<typeof asked> {
  const label = { "zh-CN": "签核", en: "Signed" };
  const entry = [
    { id: "f", kind: "fields", fields: ["amount", "next_step"] },
    { id: "c", kind: "condition", expression: "amount > 1" },
    { id: "s", kind: "approval", approval: "spy" },
  ];
  const stages = [
    { name: "a", label, type: "open" },
    { name: "b", label, type: "open", entry },
  ];
  const made = await world.admin.post("/pipelines", {
    object: "opportunity",
    name: "leaky",
    label,
    stages,
    rules: {},
  });
  await world.admin.post(`/pipelines/${made.json.data.id}/publish`, {});
  const { amount, next_step } = SECRETS;
  const { id } = await world.admin.make("opportunity", {
    name: "待签商机",
    account,
    pipeline: made.json.data.id,
    close_date: "2031-01-01",
  });
  const sent = await world.admin.post(`/records/opportunity/${id}/transitions`, {
    to: "b",
    values: { amount, next_step },
  });
  if (sent.status !== 202) throw new Error(sent.text);
  return { deal: String(id), request: String(sent.json.approvals[0]) };
}

const BOUNDARY = "sluice-leak-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
function form(content: string, fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.from(`${head}${content}\r\n${text.join("")}--${BOUNDARY}--\r\n`);
}
const q = encodeURIComponent;
const each = (path: (object: string, id: string) => string): Promise<Reply>[] =>
  (
    [
      ["account", account],
      ["contact", contact],
      ["opportunity", deal],
    ] as const
  ).map(([object, id]) => spy.get(path(object, id)));
const insight =
  (kind: string, more: object = {}) =>
  () => [
    spy.post(`/insight/${kind}`, {
      object: "opportunity",
      from: "2020-01-01",
      to: "2030-12-31",
      mode: "cohort",
      ...more,
    }),
    spy.post(`/insight/${kind}`, {
      object: "opportunity",
      from: "2020-01-01",
      to: "2030-12-31",
      mode: "flow",
      group_by: "next_step",
      ...more,
    }),
  ];
/** Says nothing of a record's fields: why. */
const NOTHING = (why: string) => why;
type Road = string | (() => readonly Promise<Reply>[]);

/** Every endpoint of the program: how it is asked for the secrets, or why it cannot tell any. */
const ROADS: Readonly<Record<string, Road>> = {
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
  ],
  "POST /records/:object/bulk": () => [
    spy.post("/records/opportunity/bulk", { ids: [deal], values: { requirement: "批量" } }),
    spy.post("/records/opportunity/bulk", { ids: [deal], values: { amount: "1" } }),
    spy.post("/records/opportunity/bulk", { filter: "amount > 1", values: { requirement: "批量" } }),
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
  "GET /records/:object/:id/changes": () =>
    each((object, id) => `/records/${object}/${id}/changes?limit=200`),
  "GET /records/:object/:id/timeline": () =>
    each((object, id) => `/records/${object}/${id}/timeline?limit=100`),
  "GET /records/:object/:id/clocks": () => [spy.get(`/records/opportunity/${deal}/clocks`)],
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
  "GET /stream": NOTHING("carries ids only; heard over a socket in live-sight.test.ts"),
  "POST /records/:object/:id/unmask": () => [
    spy.post(`/records/account/${account}/unmask`, { field: "phone" }),
    spy.post(`/records/account/${account}/unmask`, { field: "website" }),
  ],
  "GET /permissions/explain": () => [
    ...each((object, id) => `/permissions/explain?user=${spy.id}&object=${object}&id=${id}&action=read`),
    spy.get(`/permissions/explain?user=${spy.id}&object=account&id=${account}&field=phone`),
  ],
  "GET /permissions/readers": () => each((object, id) => `/permissions/readers?object=${object}&id=${id}`),
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
  "POST /imports/:id/undo": onImport((id) => spy.post(`/imports/${id}/undo`)),
  "POST /imports/:id/cancel": onImport((id) => spy.post(`/imports/${id}/cancel`)),
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
  "GET /records/:object/:id/transitions": () => [spy.get(`/records/opportunity/${deal}/transitions`)],
  "POST /records/:object/:id/transitions": () => [
    spy.post(`/records/opportunity/${deal}/transitions`, { to: "won" }),
  ],
  "POST /records/:object/:id/gate": () => [
    spy.post(`/records/opportunity/${deal}/gate`, { to: "won" }),
    spy.post(`/records/opportunity/${deal}/gate`, { stage: "won" }),
  ],
  "GET /records/:object/:id/visits": () => [spy.get(`/records/opportunity/${deal}/visits`)],
  "GET /records/:object/:id/sharing": () => each((object, id) => `/records/${object}/${id}/sharing`),
  "GET /records/:object/:id/exceptions": () => each((object, id) => `/records/${object}/${id}/exceptions`),
  "GET /pipelines": () => [spy.get("/pipelines?object=opportunity")],
  "GET /pipelines/:id": () => [spy.get(`/pipelines/${pipeline}`)],
  "GET /pipelines/:id/overrides": () => [spy.get(`/pipelines/${pipeline}/overrides`)],
  "GET /pipelines/:id/exceptions": () => [spy.get(`/pipelines/${pipeline}/exceptions`)],
  "POST /pipelines/:id/simulate": () => [
    spy.post(`/pipelines/${pipeline}/simulate`, { from: "2020-01-01", to: "2030-12-31" }),
  ],
  "GET /pipelines/:id/simulations/:run": NOTHING(
    "its run is asked for by whoever started it; what it lists are counts and records through the list",
  ),
  "GET /pipelines/:id/dwell-norms": () => [spy.get(`/pipelines/${pipeline}/dwell-norms`)],
  "POST /insight/funnel": insight("funnel"),
  "POST /insight/cycle": insight("cycle"),
  "POST /insight/dwell": insight("dwell"),
  "POST /insight/win_rate": insight("win_rate"),
  "POST /insight/loss": insight("loss"),
  "POST /insight/movement": insight("movement"),
  "GET /personal-data/:object/:id": () => each((object, id) => `/personal-data/${object}/${id}`),
  "GET /erasures/preview": () => each((object, id) => `/erasures/preview?object=${object}&id=${id}`),
  "POST /erasures": () => [spy.post("/erasures", { object: "contact", id: contact, reason: "x" })],
  "POST /erasures/:id/decision": () => [spy.post(`/erasures/${contact}/decision`, { decision: "refuse" })],
  "GET /handovers/:user": () => [spy.get(`/handovers/${spy.id}`)],
  "POST /handovers/:user": () => [spy.post(`/handovers/${spy.id}`, { to: spy.id })],
  "POST /insight/baselines": insight("baselines", { name: "基准" }),
  "GET /insight/baselines/:id": () => [spy.get(`/insight/baselines/${deal}`)],
  "POST /transfers": () => [spy.post("/transfers", { object: "opportunity", ids: [deal], to: spy.id })],
  "GET /notifications": () => [spy.get("/notifications")],
  "GET /approvals": () => [
    spy.get("/approvals"),
    spy.get("/approvals?box=decide"),
    spy.get(`/approvals?record=${asked.deal}`),
  ],
  "GET /approvals/:id": () => [spy.get(`/approvals/${asked.request}`)],
  "GET /records/:object/:id/approvals": () => [
    ...each((object, id) => `/records/${object}/${id}/approvals`),
    ...["approvals", "changes", "timeline", "transitions"].map((what) =>
      spy.get(`/records/opportunity/${asked.deal}/${what}`),
    ),
  ],
  "POST /approvals/:id/approve": () => [
    spy.post(`/approvals/${deal}/approve`),
    spy.post(`/approvals/${asked.request}/approve`, { seen: "x" }),
  ],
  "POST /approvals/:id/refuse": () => [
    spy.post(`/approvals/${deal}/refuse`, { comment: "x" }),
    spy.post(`/approvals/${asked.request}/refuse`, { comment: "x" }),
  ],
  "POST /approvals/:id/withdraw": () => [spy.post(`/approvals/${deal}/withdraw`)],
  "GET /access-log": () => [spy.get("/access-log")],
  "GET /me": () => [spy.get("/me")],
};
/** Endpoints about sign-in, settings, definitions and files: they hold no field of a business record. */
const ELSEWHERE =
  /^(GET|POST|PUT|PATCH|DELETE) \/(setup|session|sessions|me|api-keys|users|invitations|settings|abilities|regions|view-as|metrics-catalog|jobs|files|objects|definitions|pipelines|duplicates\/rebuild|notifications\/read|audit|backups?|system)(\/|$)/;

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
const routes = modules
  .flatMap((module) => module.routes ?? [])
  .map(({ method, path }) => `${method} ${path}`);

test("every endpoint was considered", () => {
  expect(routes.filter((route) => ROADS[route] === undefined && !ELSEWHERE.test(route))).toEqual([]);
  expect(
    Object.keys(ROADS).filter(
      (route) =>
        !routes.includes(route) &&
        !/approvals|simulat|exceptions|permissions|history|versions|erasure|personal|handover|baselines|transfers/.test(
          route,
        ),
    ),
  ).toEqual([]);
});

test("no road tells a hidden or masked value to who may not read it", { timeout: 300_000 }, async () => {
  const leaks: string[] = [];
  for (const [route, road] of Object.entries(ROADS)) {
    if (typeof road === "string" || !routes.includes(route)) continue;
    for (const answer of await Promise.all(road())) {
      expect(answer.status, `${route}: ${answer.text.slice(0, 300)}`).not.toBe(500);
      const asked = route === "GET /search" ? [] : known.filter((secret) => answer.text.includes(secret));
      for (const secret of asked)
        leaks.push(`${route} ${answer.status} tells ${secret}: ${answer.text.slice(0, 200)}`);
    }
  }
  expect(leaks).toEqual([]);
});

test("nor can it be found by asking: filter, sort, group, path, formula, search, duplicates and matching say the same whatever it is", async () => {
  const ids = async (path: string) =>
    (await spy.get(path)).json?.data?.map((row: { id: string }) => row.id) ?? "refused";
  const filters = {
    opportunity: [
      "amount > 1",
      `amount == ${SECRETS.amount}`,
      `next_step.contains("四七")`,
      `account.website == "${SECRETS.website}"`,
      `account.phone.startsWith("138")`,
      "max(amount, 0) > 0",
    ],
    account: [
      `phone == "${SECRETS.phone}"`,
      'website != ""',
      `related("opportunity", amount > 1).count() > 0`,
      `related("opportunity").sum(amount) > 1`,
      `open_amount > 1`,
    ],
    contact: [`email == "${SECRETS.email}"`, `account.phone == "${SECRETS.phone}"`],
  };
  for (const [object, all] of Object.entries(filters)) {
    for (const filter of all) {
      const found = await ids(`/records/${object}?filter=${q(filter)}`);
      const none = found === "refused" ? "refused" : [];
      // What is not readable is null: the condition holds for no record, except where null itself meets it
      // (!=), and then for all.
      const total = await ids(`/records/${object}?limit=200`);
      expect(
        [none, total].some((expected) => JSON.stringify(found) === JSON.stringify(expected)),
        `${object}: ${filter} → ${JSON.stringify(found)}`,
      ).toBe(true);
    }
  }
  for (const [object, field] of [
    ["opportunity", "amount"],
    ["opportunity", "next_step"],
    ["account", "phone"],
    ["opportunity", "account.website"],
  ] as const) {
    const [up, down] = [
      await ids(`/records/${object}?sort=${field}`),
      await ids(`/records/${object}?sort=-${field}`),
    ];
    const [first, last] = [await ids(`/records/${object}?sort=id`), await ids(`/records/${object}?sort=-id`)];
    const plain = [first, last, "refused"].map((order) => JSON.stringify(order));
    expect(
      [up, down].every((order) => plain.includes(JSON.stringify(order))),
      `sort by ${field}`,
    ).toBe(true);
  }
  for (const secret of hidden)
    expect((await spy.get(`/search?q=${q(secret)}`)).json.data, `search for ${secret}`).toEqual([]);
  for (const secret of hidden)
    expect(
      (await spy.get(`/records/account?search=${q(secret)}`)).json.data,
      `search in a list for ${secret}`,
    ).toEqual([]);
  const sums = await spy.post("/records/opportunity/aggregate", {
    measures: [
      { fn: "sum", field: "amount" },
      { fn: "avg", field: "amount" },
    ],
  });
  expect(
    sums.status === 200
      ? sums.json.groups[0]?.values.filter((value: unknown) => typeof value === "object" && value !== null)
      : [],
  ).toEqual([]);
  const byWebsite = await spy.post("/records/account/duplicates", { website: SECRETS.website, name: "无关" });
  expect(byWebsite.text).not.toContain(account);
});

test("a masked value is shown in full one at a time, to who has the ability, and that is recorded", async () => {
  expect((await spy.post(`/records/account/${account}/unmask`, { field: "phone" })).status).toBe(403);
  await world.admin.make("role", {
    name: "opener",
    label: { en: "Opener", "zh-CN": "解密" },
    rights: { ...RIGHTS, abilities: ["record.unmask"] } as never,
  });
  const opener = await world.person({ name: "解密人", role: "opener" });
  expect((await opener.get(`/records/account/${account}`)).json.data.phone).toBe("138****6666");
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "phone" })).json).toEqual({
    field: "phone",
    value: SECRETS.phone,
  });
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "website" })).json.code).toBe(
    "unknown_field",
  );
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "name" })).json.code).toBe(
    "not_masked",
  );
  const log = (await world.admin.get("/access-log?kind=unmask")).text;
  expect(log).toContain('"field":"phone"');
  expect(log).toContain(account);
  expect(log).not.toContain(SECRETS.phone);
});
