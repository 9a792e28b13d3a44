import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

type Person = Client & { id: string };
let world: TestApp;
let owner: Person;
let other: Person;
let address: string;
beforeAll(async () => {
  world = await testApp();
  address = await world.app.listen({ port: 0, host: "127.0.0.1" });
  owner = await world.person({ name: "王敏", role: "seller" });
  other = await world.person({ name: "李静", role: "seller" });
});
afterAll(() => world.close());

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: { object?: string; ids?: string[]; scope?: unknown };
}
/** Listens to the stream over a real socket. */
async function listen(who: Client, headers: Record<string, string> = {}) {
  const stopper = new AbortController();
  const answer = await fetch(`${address}/api/v1/stream`, {
    headers: { ...who.headers, ...headers },
    signal: stopper.signal,
  });
  const events: Event[] = [];
  let ended = false;
  const reading = (async () => {
    let text = "";
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const part = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
        if (part("event"))
          events.push({ id: part("id"), event: part("event"), data: JSON.parse(part("data")) });
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => (ended = true));
  const until = async (holds: (event: Event) => boolean): Promise<Event> => {
    for (
      const deadline = Date.now() + 15_000;
      Date.now() < deadline;
      await new Promise((resolve) => setTimeout(resolve, 50))
    ) {
      const found = events.find(holds);
      if (found) return found;
    }
    throw new Error(`not heard; heard ${JSON.stringify(events)}`);
  };
  await until(({ event }) => event === "ready");
  return { events, until, hasEnded: () => ended, stop: () => (stopper.abort(), reading) };
}
const share = (account: string) =>
  owner.post("/records/share", {
    regarding: { object: "account", id: account },
    to: { object: "user", id: other.id },
  });
const feedOf = async (who: Client, cursor: string) =>
  (await who.get(`/changes?limit=500&cursor=${cursor}`)).json;
const head = async (who: Client): Promise<string> => {
  let page = await feedOf(who, "0");
  while (page.page.more) page = await feedOf(who, page.page.next);
  return page.page.next;
};

test("the feed says gone only of what could be seen, and reset when the caller's own sight changes", async () => {
  const hidden = await owner.make("account", { name: "从未见过" });
  const start = await head(other);
  await owner.patch(`/records/account/${hidden.id}`, { name: "仍未见过" });
  const given = await owner.make("account", { name: "转走的客户" });
  await world.admin.patch(`/records/account/${given.id}`, { owner: other.id });
  expect((await feedOf(other, start)).data).toMatchObject([
    { type: "upsert", id: given.id },
    { type: "upsert", id: given.id },
    { type: "reset", object: "account", scope: { id: given.id } },
  ]);
  const [kept, mine] = [await head(other), await head(owner)];
  await world.admin.patch(`/records/account/${given.id}`, { owner: owner.id });
  await owner.patch(`/records/account/${given.id}`, { name: "已看不到" });
  expect(
    (await feedOf(other, kept)).data.map(({ type, id }: { type: string; id: string }) => [type, id]),
  ).toEqual([["gone", given.id]]);
  expect((await feedOf(owner, mine)).data.some(({ type }: { type: string }) => type === "gone")).toBe(false);

  const before = await head(other);
  const shared = await share(String(hidden.id));
  await owner.delete(`/records/share/${shared.json.data.id}`);
  const told = (await feedOf(other, before)).data;
  expect(told).toMatchObject([
    { type: "reset", object: "account", scope: { id: hidden.id } },
    { type: "reset", object: "account", scope: { id: hidden.id } },
  ]);
  const [third] = [await world.person({ name: "无关", role: "seller" })];
  expect(
    (await feedOf(third, before)).text ?? JSON.stringify((await feedOf(third, before)).data),
  ).not.toContain(String(hidden.id));
  const place = await head(other);
  const team = await world.admin.make("team", { name: "新团队" });
  await world.admin.make("team_member", { team: team.id, user: other.id });
  expect(
    (await feedOf(other, place)).data.filter(({ type }: { type: string }) => type === "reset"),
  ).toContainEqual(expect.objectContaining({ object: "*", scope: "all" }));
});

test("the stream asks with the rights of the moment, goes on where it stopped, and ends with the session", async () => {
  const account = await owner.make("account", { name: "实时" });
  const stream = await listen(other);
  const shared = await share(String(account.id));
  await stream.until(
    ({ event, data }) =>
      event === "reset" && JSON.stringify(data.scope) === JSON.stringify({ id: account.id }),
  );
  await owner.patch(`/records/account/${account.id}`, { name: "实时二" });
  const changed = await stream.until(
    ({ event, data }) => event === "change" && data.ids?.includes(String(account.id)) === true,
  );
  expect(Number(changed.id)).toBeGreaterThan(0);
  await stream.stop();
  await owner.patch(`/records/account/${account.id}`, { name: "错过的" });
  const secret = await owner.make("account", { name: "看不到的" });
  const again = await listen(other, { "last-event-id": changed.id });
  await again.until(
    ({ event, data }) => event === "change" && data.ids?.includes(String(account.id)) === true,
  );
  await owner.delete(`/records/share/${shared.json.data.id}`);
  await again.until(({ event, data }) => event === "reset" && data.object === "account");
  expect(JSON.stringify(again.events)).not.toContain(String(secret.id));
  expect((await other.delete("/session")).status).toBeLessThan(300);
  await again.until(({ event }) => event === "signed_out");
  for (const deadline = Date.now() + 15_000; !again.hasEnded() && Date.now() < deadline;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(again.hasEnded()).toBe(true);
});

test("one person has so many live streams and no more; what closes makes room", async () => {
  const busy = await world.person({ name: "many windows", role: "seller" });
  const streams = await Promise.all(Array.from({ length: 40 }, () => listen(busy)));
  const ask = () =>
    fetch(`${address}/api/v1/stream`, { headers: { ...busy.headers, "accept-language": "en" } });
  const refused = await ask();
  expect([
    refused.status,
    refused.headers.get("retry-after"),
    ((await refused.json()) as { code: string }).code,
  ]).toEqual([429, "60", "too_many_streams"]);
  await (await listen(owner)).stop();
  await streams[0]?.stop();
  for (let status = 429; status === 429;) {
    const again = await ask();
    status = again.status;
    await again.body?.cancel();
  }
  await Promise.all(streams.map((one) => one.stop()));
});
