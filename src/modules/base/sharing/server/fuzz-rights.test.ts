import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client, Reply } from "../../../../testing/app.ts";
import { pick, SEED, untilOver } from "../../../../testing/worlds/fuzz-random.ts";
import { found, q, QUESTIONS, ROADS } from "../../../../testing/worlds/fuzz-roads.ts";
import {
  all,
  ids,
  type Named,
  openFuzzWorld,
  SECRETS,
  world,
} from "../../../../testing/worlds/fuzz-world.ts";

beforeAll(openFuzzWorld);
afterAll(() => world.close());

type Person = Client & { id: string };

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
