import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
const deals: string[] = [];

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "王敏", role: "seller" });
  const account = await seller.make("account", { name: "苏州恒润精密机械有限公司" });
  for (let at = 0; at < 60; at += 1)
    deals.push(
      (
        await seller.make("opportunity", {
          name: `流量计 ${at}`,
          account: account.id,
          amount: "1000",
          close_date: "2030-01-01",
        })
      ).id,
    );
  await app.person({ name: "李静", role: "seller" });
});
afterAll(() => app.close());

const BOUNDS = /^(begin|commit|rollback|savepoint|release)/;
interface Asked {
  /** Statements, transactions' bounds left out. */
  readonly texts: readonly string[];
  /** How often the program waited for an answer before it asked on. */
  readonly trips: number;
}
/** What is given to the driver: a text, a query with its values, or one that tells its answer itself. */
type Given = string | { readonly text: string; callback?: (...told: readonly unknown[]) => void };
type Sent = (this: pg.Client, given: Given) => Promise<unknown> | object;
/** What `work` asks of the database once it has been done before. */
async function askedBy(
  work: () => Promise<{ readonly status: number; readonly text: string }>,
): Promise<Asked> {
  await work();
  const texts: string[] = [];
  let [trips, isAnswered] = [0, true];
  const send = pg.Client.prototype.query as unknown as Sent;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    given: Given,
  ) {
    if (isAnswered) trips += 1;
    isAnswered = false;
    texts.push(typeof given === "string" ? given : given.text);
    const answered = () => void (isAnswered = true);
    if (typeof given !== "string" && given.callback) {
      const { callback } = given;
      given.callback = (...told) => (answered(), callback(...told));
    }
    const answer = send.call(this, given);
    if (answer instanceof Promise) answer.then(answered, answered);
    return answer;
  } as never);
  try {
    const { status, text } = await work();
    expect(status, text).toBeLessThan(300);
  } finally {
    spy.mockRestore();
  }
  return { texts: texts.filter((text) => !BOUNDS.test(text)), trips };
}
const statementsOf = async (work: Parameters<typeof askedBy>[0]): Promise<readonly string[]> =>
  (await askedBy(work)).texts;
const both = (text: string) => ({ "zh-CN": text, en: text });

test("a record and the session cost one statement; a list the session, the page, a count if asked, and one for each expand", async () => {
  expect(await statementsOf(() => seller.get(`/records/opportunity/${deals[0]}`))).toHaveLength(1);
  expect(await statementsOf(() => seller.get("/records/opportunity?titles=1&sort=-amount"))).toHaveLength(2);
  expect(
    await statementsOf(() =>
      seller.get("/records/opportunity?titles=1&count=bounded&filter=amount%20%3E%2010"),
    ),
  ).toHaveLength(3);
  expect(
    await statementsOf(() => seller.get("/records/opportunity?count=bounded&expand=account,owner")),
  ).toHaveLength(5);
});

test("a save costs at most six statements for each object, however many records it writes", async () => {
  let word = 0;
  const bulk = (count: number) =>
    statementsOf(() =>
      seller.post("/records/opportunity/bulk", {
        ids: deals.slice(0, count),
        values: { next_step: `第 ${(word += 1)} 次联系` },
      }),
    );
  const [few, many] = [await bulk(2), await bulk(60)];
  // How many numbers of the log are drawn stands in the text where they are few.
  const drawn = (text: string): string => text.replace(/generate_series\(1, .*?\)\)/, "generate_series)");
  expect(many.map(drawn)).toEqual(few.map(drawn));
  expect(many.length).toBeLessThanOrEqual(1 + 6);

  const created = (object: string, count: number) =>
    statementsOf(() =>
      seller.post("/batch", {
        operations: Array.from({ length: count }, (_, at) => ({
          op: "create",
          object,
          values: { name: `新 ${(word += 1)} ${at}` },
        })),
      }),
    );
  for (const object of ["opportunity", "account"])
    expect((await created(object, 100)).length).toBe((await created(object, 1)).length);
  expect((await created("opportunity", 100)).length).toBeLessThanOrEqual(1 + 6);
});

test("one PATCH is the session with the lock and the numbers, the write with the answer", async () => {
  let word = 0;
  const { texts, trips } = await askedBy(() =>
    seller.patch(`/records/opportunity/${deals[1]}`, { next_step: `再约 ${(word += 1)}` }),
  );
  expect([texts.length, trips]).toEqual([5, 2]);
  const contacts = [
    await seller.make("contact", { name: "王工" }),
    await seller.make("contact", { name: "李工" }),
  ];
  const linked = await askedBy(() =>
    seller.patch(`/records/opportunity/${deals[1]}`, { contact: contacts.pop()?.id ?? null }),
  );
  expect([linked.texts.length, linked.trips]).toEqual([6, 2]);
});

test("one creation is the session with the links and the numbers, all that is written with the answer", async () => {
  let word = 0;
  const account = (await seller.get("/records/account?limit=1")).json.data[0].id;
  const create = () =>
    seller.post("/records/opportunity", {
      name: `新商机 ${(word += 1)}`,
      account,
      amount: "1000",
      close_date: "2030-01-01",
    });
  const { texts, trips } = await askedBy(create);
  expect([texts.length, trips]).toEqual([5, 2]);
  expect(texts.filter((text) => text.includes("stage_visit"))).toEqual([
    texts.find((text) => text.includes(`insert into "w_main"."o_opportunity"`)),
  ]);
});

test("a record is compared with others only in what some rule refuses by", async () => {
  let word = 0;
  const create = (more: object = {}) =>
    seller.post("/records/account", {
      name: `无锡锦江${"甲乙丙丁戊己庚辛"[(word += 1)]}精密机械有限公司`,
      ...more,
    });
  const plain = await askedBy(create);
  expect(plain.texts.filter((text) => text.includes("duplicate_key"))).toHaveLength(1);
  expect([plain.texts.length, plain.trips]).toEqual([5, 2]);
});

test("one move is the session with the lock and the numbers, all that is written with the answer, the tasks of the stage included", async () => {
  const account = (await seller.get("/records/account?limit=1")).json.data[0].id;
  // A gate that asks for fields alone; what others ask of the database comes on top.
  const stages = [
    {
      name: "a",
      label: both("a"),
      type: "open",
      exit: [{ id: "facts", kind: "fields", fields: ["account", "amount"] }],
    },
    {
      name: "b",
      label: both("b"),
      type: "open",
      entry: [{ id: "day", kind: "fields", fields: ["close_date"] }],
      on_enter: [{ kind: "task", id: "call", title: both("打电话") }],
    },
    { name: "won", label: both("won"), type: "won" },
  ];
  const made = (
    await app.admin.post("/pipelines", { object: "opportunity", name: "plain", label: both("plain"), stages })
  ).json.data.id;
  expect((await app.admin.post(`/pipelines/${made}/publish`, {})).status).toBe(200);
  const deal = await seller.make("opportunity", {
    name: "阶段",
    pipeline: made,
    account,
    amount: "1000",
    close_date: "2030-01-01",
  });
  const move = (to: string) => () =>
    seller.post(`/records/opportunity/${deal.id}/transitions`, {
      to,
      from: to === "b" ? "a" : "b",
      reason: "again",
    });
  expect((await move("b")()).status).toBe(200);
  let to = "b";
  const turn = () => move((to = to === "b" ? "a" : "b"))();
  await turn();
  const forth = await askedBy(turn);
  // Done twice: back and forth again.
  expect([forth.texts.length, forth.trips]).toEqual([6, 2]);
  await turn();
  const withTask = await askedBy(turn);
  expect([withTask.texts.length, withTask.trips]).toEqual([7, 2]);
});

test("a gate that asks for a linked record, what was done and tasks asks for all of it with the lock", async () => {
  const account = await seller.make("account", { name: "杭州仪表有限公司", industry: "制造" });
  const entry = [
    { id: "linked", kind: "condition", expression: "account.industry != null && amount > 10" },
    { id: "talked", kind: "related", object: "activity", expression: `type == "call" && status == "done"` },
    { id: "planned", kind: "related", object: "task" },
  ];
  const stages = [
    { name: "a", label: both("a"), type: "open" },
    {
      name: "b",
      label: both("b"),
      type: "open",
      entry,
      on_enter: [{ kind: "task", id: "call", title: both("打电话") }],
    },
    { name: "won", label: both("won"), type: "won" },
  ];
  const made = (
    await app.admin.post("/pipelines", { object: "opportunity", name: "facts", label: both("facts"), stages })
  ).json.data.id;
  expect((await app.admin.post(`/pipelines/${made}/publish`, {})).status).toBe(200);
  const values = {
    name: "条件",
    pipeline: made,
    account: account.id,
    amount: "1000",
    close_date: "2030-01-01",
  };
  const deals = [await seller.make("opportunity", values), await seller.make("opportunity", values)];
  for (const { id } of deals) {
    const regarding = { object: "opportunity", id };
    await seller.make("activity", { type: "call", status: "done", content: "谈过", regarding });
    await seller.make("task", { subject: "准备", regarding });
  }
  const moved = await askedBy(() =>
    seller.post(`/records/opportunity/${deals.pop()?.id}/transitions`, { to: "b" }),
  );
  // Session, lock and numbers, account, activities and tasks; the write with its task, commit and answer.
  expect([moved.texts.length, moved.trips]).toEqual([10, 2]);
});
