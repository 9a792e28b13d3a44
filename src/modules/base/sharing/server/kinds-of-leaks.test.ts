import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  all,
  openKindsWorld,
  own,
  type Person,
  q,
  role,
  world,
} from "../../../../testing/worlds/kinds-world.ts";

beforeAll(openKindsWorld);
afterAll(() => world.close());

describe("a title is a field like others", () => {
  test.each(["hidden", "mask"])(
    "where it is %s, it is so in history, timeline, bell, proofs and audit",
    async (right) => {
      const secret = {
        account: `SecretAccount ${right}`,
        contact: `SecretContact ${right}`,
        task: `SecretTask ${right}`,
        lead: `SecretLead ${right}`,
      };
      const fields = {
        account: { name: right },
        contact: { name: right },
        task: { subject: right },
        lead: { company: right },
      };
      await role(`titles_${right}`, {
        objects: { "*": all },
        fields,
        abilities: ["permissions.explain", "audit.read", "record.export"],
      });
      const spy = await world.person({ name: `titles ${right}`, role: `titles_${right}` });
      const account = await world.admin.make("account", { name: secret.account });
      const other = await world.admin.make("account", { name: `${secret.account} two` });
      const contact = await world.admin.make("contact", { name: secret.contact, account: account.id });
      const deal = await world.admin.make("opportunity", {
        name: `Deal ${right}`,
        account: other.id,
        contact: contact.id,
      });
      await world.admin.patch(`/records/opportunity/${deal.id}`, { account: account.id });
      for (const [object, values] of [
        ["account", { name: `${secret.account} three` }],
        ["contact", { name: `${secret.contact} two`, account: account.id }],
        ["lead", { company: secret.lead, contact_name: "x", source: "website", mobile: "13812345671" }],
      ] as const)
        await world.admin.make(object, { ...values, owner: spy.id });
      await world.admin.make("task", {
        subject: secret.task,
        owner: spy.id,
        regarding: { object: "opportunity", id: deal.id },
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await world.idle();
      const asked = await Promise.all([
        ...[
          "changes",
          "timeline",
          "versions",
          "history",
          "history?field=account",
          "sharing",
          "transitions",
          "visits",
        ].map((part) => spy.get(`/records/opportunity/${deal.id}/${part}`)),
        spy.get("/notifications"),
        spy.get(`/permissions/explain?user=${spy.id}&object=account&id=${account.id}&action=read`),
        spy.get(`/permissions/readers?object=account&id=${account.id}`),
        spy.get("/audit/changes"),
        spy.get("/audit/days?object=opportunity"),
        spy.get(`/records/opportunity/${deal.id}?titles=1&expand=account,contact`),
        spy.get("/changes?limit=500"),
        spy.get("/search?q=SecretAccount"),
        spy.post("/exports", { object: "opportunity", format: "csv" }),
      ]);
      for (const [at, answer] of asked.entries())
        expect(answer.text, `${at}: ${answer.status}`).not.toMatch(/Secret(Account|Contact|Task|Lead)/);
      expect((await world.admin.get(`/records/opportunity/${deal.id}/changes`)).text).toContain(
        secret.account,
      );
    },
  );
});

test("the duplicate check neither compares nor says what the caller may not read", async () => {
  await world.admin.make("account", {
    name: "Selbstauskunft GmbH",
    phone: "13955185478",
    uscc: "91350100M000100Y43",
  });
  await world.admin.make("contact", {
    name: "Otto Geheim",
    mobile: "13955185479",
    email: "otto@geheim.example",
  });
  const fields = {
    account: { uscc: "hidden", phone: "mask", name: "hidden", owner: "hidden" },
    contact: { mobile: "hidden", email: "mask", owner: "hidden" },
  };
  await role("twins", { objects: { "*": all }, fields });
  const spy = await world.person({ name: "twins", role: "twins" });
  const ask = (object: string, values: object) => spy.post(`/records/${object}/duplicates`, { values });
  for (const answer of [
    await ask("account", { phone: "13955185478" }),
    await ask("account", { uscc: "91350100M000100Y43" }),
    await ask("account", { name: "Selbstauskunft GmbH" }),
    await ask("contact", { mobile: "+8613955185479" }),
    await ask("contact", { email: "otto@geheim.example" }),
    await ask("lead", { company: "Selbstauskunft GmbH", phone: "13955185478" }),
  ])
    expect([answer.status, answer.json.data]).toEqual([200, []]);
  const [named] = (await ask("contact", { name: "Otto Geheim" })).json.data;
  if (named) expect(named).toMatchObject({ owner_name: null, in_pool: false });
});

test("reasons are bounded before they are worded, on every road", async () => {
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, 1]));
  const account = await world.admin.make("account", { name: "Many" });
  for (const answer of [
    await world.admin.post("/records/account", many),
    await world.admin.patch(`/records/account/${account.id}`, many),
    await world.admin.post("/records/account/bulk", { ids: [account.id], values: many }),
    await world.admin.post("/batch", { operations: [{ op: "create", object: "account", values: many }] }),
  ]) {
    expect(answer.status).toBe(422);
    expect(answer.text.length).toBeLessThan(30_000);
  }
  const roles = await world.admin.post("/records/role", {
    name: "r_c",
    label: { en: "r" },
    rights: { objects: many },
  });
  expect([roles.status, roles.text.length < 30_000]).toEqual([422, true]);
});

test("an estimate tells of the rows that the caller sees, not of all", async () => {
  for (let at = 0; at < 20; at += 1) await world.admin.make("product", { name: `p${at}`, code: `p${at}` });
  await role("nothing", { objects: { account: own } });
  const none = await world.person({ name: "nothing", role: "nothing" });
  expect((await none.get("/records/account?count=estimate")).json.total).toBe(0);
  expect((await none.get(`/records/account?count=estimate&filter=${q('name != "x"')}`)).json.total).toBe(0);
});

test("answers of the API are kept nowhere, contents of files by their reader only", async () => {
  for (const path of ["/me", "/records/account", "/records/none", "/session"])
    expect((await world.admin.get(path)).headers["cache-control"], path).toBe("no-store");
});

test("a gate's definition spares those the field and value whom the gate itself spares", async () => {
  const label = { en: "L", "zh-CN": "L" };
  const made = await world.admin.post("/pipelines", {
    object: "opportunity",
    name: "sparing",
    label,
    stages: [
      {
        name: "one",
        label,
        type: "open",
        order: 1,
        probability: 10,
        entry: [],
        exit: [{ kind: "condition", expression: "amount >= 471147", message: label }],
      },
      { name: "won", label, type: "won", order: 2, probability: 100, entry: [], exit: [] },
      { name: "lost", label, type: "lost", order: 3, probability: 0, entry: [], exit: [] },
    ],
  });
  const id = made.json.data.id;
  const published = await world.admin.post(`/pipelines/${id}/publish`);
  expect(published.status, published.text).toBe(200);
  await role("spared", { objects: { "*": all }, fields: { opportunity: { amount: "hidden" } } });
  const spared = await world.person({ name: "spared", role: "spared" });
  for (const path of [`/pipelines/${id}`, "/pipelines?object=opportunity"]) {
    expect((await spared.get(path)).text).not.toContain("471147");
    expect((await world.admin.get(path)).text).toContain("471147");
  }
});

describe.each(["hidden", "mask"] as const)("what a rule works out of a field that is %s", (right) => {
  let spy: Person;
  let deal: string;
  const told = ["slip_count", "slip_days", "slip_level"];
  beforeAll(async () => {
    await role(`slips_${right}`, {
      objects: { "*": all },
      fields: { opportunity: { close_date: right }, form_response: { answers: right } },
      abilities: ["record.export"],
    });
    spy = await world.person({ name: `slips ${right}`, role: `slips_${right}` });
    const account = await world.admin.make("account", { name: `Slipping ${right}` });
    deal = (
      await world.admin.make("opportunity", {
        name: `Slip ${right}`,
        account: account.id,
        close_date: "2031-05-05",
      })
    ).id;
    await world.admin.patch(`/records/opportunity/${deal}`, { close_date: "2031-06-30" });
  });

  test("is no more readable than the field, wherever it could be asked for", async () => {
    const seen = (
      await world.admin.get(`/records/opportunity/${deal}?fields=slip_count,slip_days,slip_level`)
    ).json.data;
    expect([seen.slip_count, seen.slip_days > 30]).toEqual([1, true]);
    const { data } = (await spy.get(`/records/opportunity/${deal}`)).json;
    for (const name of told) expect(data[name] ?? null, name).not.toEqual(seen[name] ?? "none");
    const asked = q(told.join(","));
    const row = (await spy.get(`/records/opportunity/${deal}?fields=${asked}`)).json.data ?? {};
    for (const name of ["slip_count", "slip_days"]) expect(row[name] ?? null, name).not.toEqual(seen[name]);
    // A condition about what one may not read is never met.
    for (const name of ["slip_count", "slip_days"])
      for (const answer of [
        await spy.get(`/records/opportunity?filter=${q(`${name} > 0`)}`),
        await spy.get(`/records/opportunity?filter=${q(`asof("2037-01-01", ${name} > 0)`)}`),
        await spy.get(`/records/opportunity?filter=${q(`${name} > 0 || slip_level == "red"`)}`),
        await spy.post("/records/opportunity/bulk", { filter: `${name} > 0`, values: { next_step: "x" } }),
        await spy.post("/exports", { object: "opportunity", format: "csv", filter: `${name} > 0` }),
      ])
        expect(
          [answer.text.includes(deal), answer.json?.done ?? 0, answer.text.includes("Slip ")],
          `${name}: ${answer.text.slice(0, 300)}`,
        ).toEqual([false, 0, false]);
    for (const name of ["slip_count", "slip_days"])
      for (const answer of [
        await spy.post("/records/opportunity/aggregate", { measures: [{ fn: "max", field: name }] }),
        await spy.post("/records/opportunity/aggregate", {
          group_by: [{ field: name }],
          measures: [{ fn: "count" }],
        }),
      ])
        expect([400, 403, 422], `${name}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
    const clocks = (await spy.get(`/records/opportunity/${deal}/stage-clocks`)).json.data;
    expect([clocks.slip.count, clocks.slip.days ?? null]).not.toContain(1);
    expect(clocks.slip.days ?? null).toBeNull();
    const history = await spy.post("/exports", {
      object: "opportunity",
      format: "csv",
      history: true,
      ids: [deal],
    });
    expect([history.status, /2031-0[56]/.test(history.text)]).toEqual([200, false]);
  });
});
