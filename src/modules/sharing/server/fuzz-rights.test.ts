import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../testing/app.ts";

/**
 * Some seconds with every run of the tests; `npm run fuzz -- --minutes 10` for longer. A seed repeats what a
 * run did.
 */
const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 4);
// Long runs begin elsewhere each time; those of every day are the same, so that a change is to blame for what
// they find.
const SEED = Number(process.env["FUZZ_SEED"] ?? (process.env["FUZZ_SECONDS"] ? Date.now() % 2 ** 31 : 1));
let state = SEED;
/** Mulberry32. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
function pick<T>(list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}
async function untilOver(step: (round: number) => Promise<void>): Promise<void> {
  // Each test begins anew, so that a seed repeats it whatever the other one did.
  state = SEED;
  const end = Date.now() + (SECONDS * 1000) / 2;
  for (let round = 0; round < 3 || Date.now() < end; round += 1) await step(round);
}

type Person = Client & { id: string };
const all = { create: true, read: "all", update: "all", delete: "all" };
const q = encodeURIComponent;
const SECRETS = {
  account: {
    name: "Verborgen4711 GmbH",
    phone: "13877776611",
    website: "https://geheim4711.example",
    uscc: "91350100M000100Y43",
  },
  contact: { name: "Geheime4711 Person", mobile: "13911112233", email: "geheim4711@mimi.example" },
  opportunity: {
    name: "Geheim4711 Deal",
    amount: "48151623421.50",
    next_step: "Schritt4711",
    stage: "geheim4711_stufe",
  },
  activity: { subject: "Geheim4711 Anruf", content: "Inhalt4711" },
} as const;
type Named = keyof typeof SECRETS;
let world: TestApp;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await testApp();
  ids["account"] = (await world.admin.make("account", SECRETS.account)).id;
  ids["contact"] = (await world.admin.make("contact", { ...SECRETS.contact, account: ids["account"] })).id;
  const label = { en: "L", "zh-CN": "L" };
  const stage = (name: string, type: string) => ({
    name,
    label: { en: name, "zh-CN": name },
    type,
    entry: [],
    exit: [],
  });
  const stages = [
    stage("first", "open"),
    stage(SECRETS.opportunity.stage, "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  const pipeline = await world.admin.post("/pipelines", {
    object: "opportunity",
    name: "fuzzed",
    label,
    stages,
  });
  const published = await world.admin.post(`/pipelines/${pipeline.json.data.id}/publish`);
  if (published.status !== 200) throw new Error(published.text);
  const pipelineId: string = pipeline.json.data.id;
  ids["pipeline"] = pipelineId;
  ids["opportunity"] = (
    await world.admin.make("opportunity", {
      ...SECRETS.opportunity,
      pipeline: pipelineId,
      account: ids["account"],
      contact: ids["contact"],
    })
  ).id;
  const regarding = { object: "opportunity", id: ids["opportunity"] };
  ids["activity"] = (
    await world.admin.make("activity", {
      ...SECRETS.activity,
      type: "call",
      occurred_at: "2026-01-05T10:00:00Z",
      regarding,
    })
  ).id;
  for (const object of ["account", "contact", "opportunity", "activity"])
    await world.admin.patch(`/records/${object}/${ids[object]}`, { source_system: "x" });
});
afterAll(() => world.close());

const ROADS: readonly ((who: Client, object: Named, field: string, value: string) => Promise<Reply>)[] = [
  (who, object) => who.get(`/records/${object}?limit=100&titles=1&count=exact`),
  (who, object, field) => who.get(`/records/${object}?sort=-${field}&fields=id,${field}`),
  (who, object, field, value) =>
    who.get(`/records/${object}?filter=${q(`${field} == "${value}"`)}&count=exact`),
  (who, object, field, value) =>
    who.get(`/records/${object}?filter=${q(`contains(${field}, "${value.slice(0, 4)}")`)}&count=estimate`),
  (who, object) => who.get(`/records/${object}/${ids[object]}?titles=1`),
  (who, object, field) => who.get(`/records/${object}/${ids[object]}/history?field=${field}`),
  (who, object) =>
    who.get(`/records/${object}/${ids[object]}/${pick(["changes", "timeline", "versions", "sharing"])}`),
  (who) => who.get(`/records/opportunity/${ids["opportunity"]}?expand=account,contact&titles=1`),
  (who) =>
    who.get(
      `/records/opportunity/${ids["opportunity"]}/${pick(["changes", "timeline", "versions", "transitions", "visits"])}`,
    ),
  (who, object, field) =>
    who.post(`/records/${object}/aggregate`, {
      group_by: [{ field }],
      measures: [{ fn: "count" }, { fn: pick(["min", "max", "sum"]), field }],
    }),
  (who, object, field, value) => who.post(`/records/${object}/duplicates`, { values: { [field]: value } }),
  (who, object, field, value) => who.post(`/records/${object}`, { [field]: value }),
  (who, object, field) =>
    who.patch(`/records/${object}/${ids[object]}`, { [field]: "x1", base: { [field]: "y" } }),
  (who, _object, _field, value) => who.get(`/search?q=${q(value.slice(0, 6))}`),
  (who, object, field) => who.post("/exports", { object, format: "csv", fields: ["id", field] }),
  (who) => who.get(pick(["/changes?limit=500", "/notifications", "/audit/changes?limit=200"])),
  (who, object) =>
    who.get(`/permissions/explain?user=${ids["spy"]}&object=${object}&id=${ids[object]}&action=read`),
  (who, object) => who.get(`/records/${object}/${ids[object]}?as_of=${new Date().toISOString()}&titles=1`),
  (who, object) => who.post("/exports", { object, format: "csv", history: true }),
  (who, object) =>
    who.patch(`/records/${object}/${ids[object]}`, { source_system: "y" }, { "if-match": '"1"' }),
  (who, object, field) =>
    who.post("/batch", {
      operations: [
        { op: "update", object, id: ids[object], values: { [field]: "x" }, base: { [field]: "y" } },
      ],
    }),
  (who) =>
    who.get(
      `/records/${pick(["stage_visit", "gate_refusal", "activity", "task", "notification"])}?limit=50&titles=1&expand=record,regarding`,
    ),
  (who) =>
    who.get(
      `/records/opportunity/${ids["opportunity"]}/${pick(["clocks", "exceptions", "approvals", "gate"])}`,
    ),
  (who) =>
    who.post(`/records/${pick(["stage_visit", "opportunity"])}/aggregate`, {
      group_by: [{ field: "stage" }],
      measures: [{ fn: "count" }],
    }),
  (who) =>
    who.post(`/insight/${pick(["funnel", "cycle", "dwell", "win_rate", "loss", "movement"])}`, {
      object: "opportunity",
      pipeline: ids["pipeline"],
      from: "2026-01-01",
      to: "2030-12-31",
      mode: "cohort",
    }),
  (who, object) =>
    who.get(`/records/account/${ids["account"]}/${pick(["timeline", "changes"])}?object=${object}`),
  (who, object, field) =>
    who.get(
      `/records/activity?filter=${q(`regarding.${field} != ""`)}&titles=1&count=exact&sort=${object === "activity" ? field : "id"}`,
    ),
];

/**
 * Conditions on a field, each asked with the true value and with another: both find the same, whoever may not
 * read it.
 */
const QUESTIONS: readonly ((field: string, value: string) => string)[] = [
  (field, value) => `${field} == "${value}"`,
  (field, value) => `${field} in ["${value}", "x"]`,
  (field, value) => `!(${field} != "${value}")`,
  (field, value) => `asof("2037-01-01", ${field} == "${value}")`,
  (field, value) => `IF(${field} == "${value}", true, false)`,
  (field, value) => `contains(${field}, "${value}") || startsWith(${field}, "${value}")`,
  (field, value) => `LEN(${field}) == ${value.length}`,
];
async function found(who: Client, object: Named, filter: string): Promise<readonly unknown[]> {
  const list = await who.get(`/records/${object}?filter=${q(filter)}&count=exact&fields=id`);
  const sum = await who.post(`/records/${object}/aggregate`, { filter, measures: [{ fn: "count" }] });
  const file = await who.post("/exports", { object, format: "csv", filter, fields: ["id"] });
  return [
    list.status,
    list.json?.total,
    sum.status,
    sum.json?.groups?.[0]?.values,
    file.status,
    file.status === 200 ? file.text.length : 0,
  ];
}

test("no road tells a hidden or masked value, whatever fields a role hides", async () => {
  const record = await world.admin.make("role", {
    name: "fuzz_spy",
    label: { en: "x" },
    rights: { objects: { "*": all } } as never,
  });
  const spy = await world.person({ name: "spy", role: "fuzz_spy" });
  ids["spy"] = spy.id;
  await untilOver(async (round) => {
    const object = pick(Object.keys(SECRETS) as Named[]);
    const [field, value] = pick(Object.entries(SECRETS[object]));
    const abilities = [
      "record.import",
      "record.export",
      "record.transfer",
      "record.restore",
      "audit.read",
      "permissions.explain",
    ];
    const rights = {
      objects: { "*": all },
      fields: { [object]: { [field]: pick(["hidden", "mask"]) } },
      abilities,
    };
    expect((await world.admin.patch(`/records/role/${record.id}`, { rights })).status).toBe(200);
    for (let asked = 0; asked < 6; asked += 1) {
      const road = pick(ROADS);
      const answer = await road(spy, object, field, value);
      const place = `seed ${SEED}, round ${round}, ${object}.${field}, ${road.toString().slice(0, 120)}: ${answer.status}`;
      // What the caller sent may be named in a refusal.
      if (answer.status < 400) expect(answer.text, place).not.toContain(value);
      expect(answer.status, place).toBeLessThan(500);
    }
    const ask = pick(QUESTIONS);
    const place = `seed ${SEED}, round ${round}, ${object}.${field}, ${ask(field, value)}`;
    expect(await found(spy, object, ask(field, value)), place).toEqual(
      await found(spy, object, ask(field, "nothing like it at all")),
    );
    if (field === "stage") {
      const [one, other] = [
        await found(spy, object, 'stage_type == "open"'),
        await found(spy, object, 'stage_type == "lost"'),
      ];
      expect(one, `seed ${SEED}, round ${round}, stage_type`).toEqual(other);
    }
  });
});

test("nobody sees more by anything they write about people, departments, teams and roles", async () => {
  const scoped = { create: true, read: "subtree", update: "subtree", delete: "none" };
  const people = Object.fromEntries(
    [
      "user",
      "department",
      "user_department",
      "user_role",
      "team",
      "team_member",
      "role",
      "share",
      "sharing_rule",
      "view",
    ].map((name) => [name, all]),
  );
  await world.admin.make("role", {
    name: "fuzz_clerk",
    label: { en: "x" },
    rights: {
      objects: { ...people, account: scoped },
      abilities: ["people.manage", "roles.manage", "record.transfer", "record.restore"],
    } as never,
  });
  const top = await world.admin.make("department", { name: `Top ${SEED}` });
  const mine = await world.admin.make("department", { name: `Mine ${SEED}`, parent: top.id });
  const below = await world.admin.make("department", { name: `Below ${SEED}`, parent: mine.id });
  const other = await world.admin.make("department", { name: `Other ${SEED}`, parent: top.id });
  const who = async (name: string, department: string): Promise<Person> =>
    world.person({ name, role: "fuzz_clerk", department });
  const clerks = [await who("clerk", mine.id), await who("friend", below.id)];
  const strangers = [await who("stranger", other.id), await who("boss", top.id)];
  for (const owner of [...clerks, ...strangers])
    await world.admin.make("account", { name: `of ${owner.id}`, owner: owner.id });
  const team = await world.admin.make("team", { name: `Team ${SEED}` });
  const [secret] = (await world.admin.get(`/records/account?filter=${q(`owner == "${strangers[0]?.id}"`)}`))
    .json.data;
  await world.admin.make("share", {
    regarding: { object: "account", id: secret.id },
    to: { object: "team", id: team.id },
    level: "read",
  });
  const roles = (await world.admin.get("/records/role?limit=100")).json.data.map(
    ({ id }: { id: string }) => id,
  );
  const seen = async (): Promise<Set<string>> => {
    const lists = await Promise.all(clerks.map((clerk) => clerk.get("/records/account?limit=500&fields=id")));
    return new Set(lists.flatMap(({ json }) => (json?.data ?? []).map(({ id }: { id: string }) => id)));
  };
  const before = await seen();
  const begun = new Date().toISOString();
  const places = [top.id, mine.id, below.id, other.id, null];
  const everybody = [...clerks, ...strangers].map(({ id }) => id);
  const taken: string[] = [];
  await untilOver(async (round) => {
    const clerk = pick(clerks);
    const tried: readonly [string, () => Promise<Reply>][] = [
      ["department", () => clerk.patch(`/records/user/${pick(everybody)}`, { department: pick(places) })],
      [
        "manager",
        () => clerk.patch(`/records/user/${pick(everybody)}`, { manager: pick([...everybody, null]) }),
      ],
      [
        "departments",
        () =>
          clerk.patch(`/records/user/${pick(everybody)}`, { departments: [pick(places)].filter(Boolean) }),
      ],
      [
        "user_department",
        () => clerk.post("/records/user_department", { user: pick(everybody), place: pick(places) }),
      ],
      [
        "parent",
        () => clerk.patch(`/records/department/${pick(places) ?? mine.id}`, { parent: pick(places) }),
      ],
      ["team_member", () => clerk.post("/records/team_member", { team: team.id, user: pick(everybody) })],
      ["members", () => clerk.patch(`/records/team/${team.id}`, { members: [pick(everybody)] })],
      ["user_role", () => clerk.post("/records/user_role", { user: pick(everybody), role: pick(roles) })],
      [
        "bulk",
        () =>
          clerk.post("/records/user/bulk", { ids: [pick(everybody)], values: { department: pick(places) } }),
      ],
      [
        "rule",
        () =>
          clerk.post("/records/sharing_rule", {
            name: `r${round}`,
            object: "account",
            criteria: "true",
            level: "read",
            to: { object: "user", id: clerk.id },
          }),
      ],
      [
        "handover",
        () => clerk.post(`/handovers/${pick(everybody)}`, { to: pick(everybody), deactivate: false }),
      ],
      [
        "moved along",
        () =>
          clerk.post(`/users/${pick(everybody)}/department`, {
            department: pick(places),
            move_records: true,
          }),
      ],
      ["transfer", () => clerk.post("/transfers", { object: "account", ids: [secret.id], to: clerk.id })],
      [
        "role by batch",
        () =>
          clerk.post("/batch", {
            operations: [
              { op: "create", object: "user_role", values: { user: pick(everybody), role: pick(roles) } },
            ],
          }),
      ],
      ["older state", () => clerk.post(`/records/user/${pick(everybody)}/versions/restore`, { at: begun })],
      [
        "share",
        () =>
          clerk.post("/records/share", {
            regarding: { object: "account", id: secret.id },
            to: { object: "user", id: clerk.id },
            level: "read",
          }),
      ],
    ];
    const [name, run] = pick(tried);
    const answer = await run();
    if (answer.status === 202 || name === "moved along") await world.idle();
    expect(answer.status, `seed ${SEED}, round ${round}, ${name}: ${answer.text}`).toBeLessThan(500);
    if (answer.status < 300) taken.push(`${name} by ${clerks.indexOf(clerk)}: ${answer.text.slice(0, 500)}`);
    const now = await seen();
    const gained = [...now].filter((id) => !before.has(id));
    expect(
      gained,
      `seed ${SEED}, round ${round}, ${name}: ${answer.status}\n${taken.slice(-6).join("\n")}`,
    ).toEqual([]);
  });
});
