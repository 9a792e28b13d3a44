import { afterAll, beforeAll, expect, test } from "vitest";
import {
  app,
  chief,
  deal,
  decide,
  everything,
  move,
  openConsentWorld,
  other,
  record,
  seller,
  todo,
} from "../../../../testing/worlds/consent-world.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

test("races: two who decide, consent against withdrawal, a record changed in between", async () => {
  const twice = await deal();
  const first = (await move(seller, twice, "b", await everything())).json.approvals[0];
  const decided = await Promise.all([chief, other].map((one) => decide(one, first, "approve")));
  expect(decided.map((one) => one.status).toSorted()).toEqual([200, 409]);

  const torn = await deal();
  const second = (await move(seller, torn, "b", await everything())).json.approvals[0];
  const [consent, withdrawn] = await Promise.all([
    decide(chief, second, "approve"),
    seller.post(`/approvals/${second}/withdraw`, {}),
  ]);
  expect([consent.status, withdrawn.status].toSorted()).toEqual([200, 409]);
  expect((await record(torn)).stage).toBe(consent.status === 200 ? "b" : "a");

  const changed = await deal();
  const third = (await move(seller, changed, "b", await everything())).json.approvals[0];
  const [item] = await todo(chief, changed);
  await seller.patch(`/records/opportunity/${changed}`, { amount: "1" });
  const late = await chief.post(`/approvals/${third}/approve`, { seen: item.card.seen });
  expect([late.status, late.json.code]).toEqual([409, "changed_since"]);
  // What has changed, by whom and when; the criterion that rests on it as well.
  expect(late.json.errors).toMatchObject([
    {
      code: "changed_since",
      field: "amount",
      message: "Liang Hongxia changed “Amount” to “1.00 CNY” after you opened it.",
      params: { author: "Liang Hongxia" },
    },
  ]);
  expect(Date.now() - Date.parse(late.json.errors[0].params.at)).toBeLessThan(60_000);
  const [fresh] = await todo(chief, changed);
  expect((await chief.post(`/approvals/${third}/approve`, { seen: fresh.card.seen })).json.data.status).toBe(
    "approved",
  );
});

test("whoever decides without a word on what was seen decides about what was asked for, as long as it stands", async () => {
  const id = await deal();
  const request = (await move(seller, id, "b", await everything())).json.approvals[0];
  expect((await chief.post(`/approvals/${request}/approve`, {})).json.data.status).toBe("approved");
});

test("whoever decides about what has changed says what was seen: 428 without, 409 for another version, by If-Match as well", async () => {
  const id = await deal();
  const request = (await move(seller, id, "b", await everything())).json.approvals[0];
  await seller.patch(`/records/opportunity/${id}`, { next_step: "write" });
  for (const [decision, more] of [
    ["approve", {}],
    ["refuse", { comment: "no" }],
  ] as const) {
    const blind = await chief.post(`/approvals/${request}/${decision}`, more);
    expect([blind.status, blind.json.code, blind.json.detail]).toEqual([
      428,
      "if_match_required",
      expect.stringContaining("If-Match"),
    ]);
  }
  const { version } = await record(id);
  const [item] = await todo(chief, id);
  await seller.post(`/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "k_list", value: { i2: false } }],
  });
  const unticked = await chief.post(`/approvals/${request}/approve`, { seen: item.card.seen });
  expect([unticked.status, unticked.json.errors.map((one: { criterion?: string }) => one.criterion)]).toEqual(
    [409, ["k_list"]],
  );
  await seller.post(`/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "k_list", value: { i2: true } }],
  });
  await seller.patch(`/records/opportunity/${id}`, { next_step: "call" });
  const stale = await chief.post(
    `/approvals/${request}/refuse`,
    { comment: "no" },
    { "if-match": `"${version}"` },
  );
  expect([stale.status, stale.json.errors.map((one: { field?: string }) => one.field)]).toEqual([
    409,
    ["next_step"],
  ]);
  const done = await chief.post(
    `/approvals/${request}/approve`,
    {},
    { "if-match": `"${(await record(id)).version}"` },
  );
  expect([done.status, done.json.data.status]).toEqual([200, "approved"]);
});
