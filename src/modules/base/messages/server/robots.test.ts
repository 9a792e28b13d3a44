import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { fitLines } from "../../../../platform/robots/robot-kinds.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyPeople } from "../../notifications/server/notify-people.react.ts";
import { sendByRobots } from "./send-robots.ts";
import { spreadNotices } from "./spread-notices.react.ts";

const SECRET = "SEC-of-the-group";
const FIT: Readonly<Record<string, number>> = { wecom: 2048, dingtalk: 20_000, feishu: 20_000 };
interface Heard {
  readonly kind: string;
  readonly text: string;
}
/** A chat program as its maker describes it: it checks the signature, the size and how often it is spoken to. */
interface Simulator {
  readonly base: string;
  readonly heard: Heard[];
  /** While true it takes no more. */
  isFull: boolean;
  hangs: boolean;
  readonly server: Server;
}
async function simulator(): Promise<Simulator> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x");
    const kind = url.pathname.slice(1);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (made.hangs && kind === "wecom") return;
      const json = JSON.parse(Buffer.concat(parts).toString("utf8"));
      const text: string = kind === "feishu" ? json.content.text : json.text.content;
      const code = judge(kind, url, json, text);
      if (code === 0) heard.push({ kind, text });
      response.end(JSON.stringify(kind === "feishu" ? { code, msg: "m" } : { errcode: code, errmsg: "m" }));
    });
  });
  const judge = (
    kind: string,
    url: URL,
    json: { timestamp?: string; sign?: string },
    text: string,
  ): number => {
    if (made.isFull) return { wecom: 45009, dingtalk: 130101, feishu: 9499 }[kind] ?? -1;
    if (Buffer.byteLength(text) > (FIT[kind] ?? 0)) return 40058;
    if (kind === "dingtalk") {
      const at = url.searchParams.get("timestamp") ?? "";
      const sign = createHmac("sha256", SECRET).update(`${at}\n${SECRET}`).digest("base64");
      const isFresh = Math.abs(Date.now() - Number(at)) < 3_600_000;
      return isFresh && url.searchParams.get("sign") === sign ? 0 : 310000;
    }
    if (kind === "feishu") {
      const sign = createHmac("sha256", `${json.timestamp}\n${SECRET}`).update("").digest("base64");
      return json.sign === sign && Math.abs(Date.now() / 1000 - Number(json.timestamp)) < 3600 ? 0 : 19021;
    }
    return url.searchParams.get("key") === "k" ? 0 : 93000;
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: Simulator = { base, heard, isFull: false, hangs: false, server };
  return made;
}

let app: TestApp;
let chat: Simulator;
let wang: Client & { id: string };
const robots = new Map<string, string>();
beforeAll(async () => {
  app = await testApp();
  chat = await simulator();
  wang = await app.person({ name: "王芳芳", role: "seller" });
  const [role] = (await app.admin.get("/records/role?filter=name == 'sales_director'")).json.data;
  for (const kind of ["wecom", "dingtalk", "feishu"]) {
    const url = `${chat.base}/${kind}${kind === "wecom" ? "?key=k" : ""}`;
    const secret = kind === "wecom" ? null : SECRET;
    const values = { name: `${kind} 群`, kind, url, secret, events: ["task", "handed_over"], role: role.id };
    robots.set(kind, (await app.admin.make("chat_robot", values)).id);
  }
});
afterAll(async () => {
  chat.server.closeAllConnections();
  chat.server.close();
  await app.close();
});

async function spread(): Promise<void> {
  const { db } = app.database;
  const workspace = (await app.context()).workspace;
  while ((await runSubscribers(db, workspace, app.context, [notifyPeople, spreadNotices])).read > 0);
  expect(await db.query({ text: "select reader, error from w_main.reader_failure" })).toEqual([]);
}
/** Lets all robots say what is due; `passed` stands for the time that they wait between two messages. */
async function say(minutes = 2): Promise<number> {
  let passed = 0;
  await app.database.db.query({ text: "delete from w_main.robot_pace" });
  for (const kind of ["wecom", "dingtalk", "feishu"] as const)
    await sendByRobots(await app.context(), kind, {
      clock: () => new Date(Date.now() + minutes * 60_000 + passed).toISOString(),
      wait: async (ms) => (passed += ms),
    });
  return passed;
}
const states = async (channel: string) =>
  (await app.admin.get(`/messages?channel=${channel}`)).json.data as Record<string, never>[];

it("a robot does not speak into a private network unless an administrator has named it", async () => {
  const refused = await app.admin.post(`/chat-robots/${robots.get("feishu")}/test`);
  expect([refused.status, refused.json.detail]).toEqual([502, expect.stringContaining("private network")]);
  expect((await app.admin.patch("/settings/security", { private_targets: ["nowhere"] })).json.errors).toEqual(
    [expect.objectContaining({ code: "bad_network", field: "private_targets" })],
  );
  await app.admin.patch("/settings/security", { private_targets: ["127.0.0.0/8"] });
  for (const id of robots.values())
    expect((await app.admin.post(`/chat-robots/${id}/test`)).json).toEqual({ answer: "0 m" });
  expect(chat.heard.map(({ kind }) => kind)).toEqual(["wecom", "dingtalk", "feishu"]);
});

it("its secret is sealed: no answer, list or log ever holds it, and what is sent back stays", async () => {
  const id = robots.get("dingtalk") ?? "";
  const read = await app.admin.get(`/records/chat_robot/${id}`);
  const { secret } = read.json.data;
  expect(secret).toMatch(/^sealed:/);
  await app.admin.patch(`/records/chat_robot/${id}`, { secret, name: "钉钉群" });
  expect((await app.admin.post(`/chat-robots/${id}/test`)).status).toBe(200);
  for (const path of ["/audit/changes?limit=100", `/records/chat_robot/${id}/changes`, "/records/chat_robot"])
    expect((await app.admin.get(path)).text).not.toContain(SECRET);
  const seen = await wang.get(`/records/chat_robot/${id}`);
  expect(seen.status).toBe(404);
  const wrong = { name: "x", kind: "wecom", url: "https://example.com", events: ["nothing"] };
  expect((await app.admin.post("/records/chat_robot", wrong)).json.errors[0].field).toBe("events");
});

it("a group hears of what was chosen, with the names its role may see, fifty things as one message", async () => {
  chat.heard.length = 0;
  for (let at = 0; at < 50; at += 1)
    await app.admin.make("task", { subject: `任务${at}${"长".repeat(20)}`, owner: wang.id });
  await spread();
  await say();
  expect(chat.heard.map(({ kind }) => kind)).toEqual(["wecom", "dingtalk", "feishu"]);
  const [wecom, dingtalk] = chat.heard;
  expect(dingtalk?.text.split("\n")).toHaveLength(50);
  expect(dingtalk?.text).toContain("@王芳芳");
  expect(dingtalk?.text).toContain("任务49");
  // What does not fit is counted.
  expect(wecom?.text).toMatch(/还有 \d+ 条/);
  expect((await states("feishu"))[0]).toMatchObject({ status: "sent", lines: 50, to: "feishu 群" });
});

it("without a role it names no record", async () => {
  chat.heard.length = 0;
  const id = robots.get("feishu") ?? "";
  const { role } = (await app.admin.get(`/records/chat_robot/${id}`)).json.data;
  await app.admin.patch(`/records/chat_robot/${id}`, { role: null });
  await app.admin.make("task", { subject: "绝密任务", owner: wang.id });
  await spread();
  await say();
  const heard = chat.heard.find(({ kind }) => kind === "feishu");
  expect(heard?.text).toContain("分配任务");
  expect(heard?.text).not.toMatch(/绝密|王芳芳/);
  await app.admin.patch(`/records/chat_robot/${id}`, { role });
});

it("speaks no more than twenty times a minute, tries again what was too often, and loses nothing", async () => {
  chat.heard.length = 0;
  for (let at = 0; at < 4; at += 1) {
    await app.admin.make("task", { subject: `急件${at}`, owner: wang.id });
    await spread();
    await app.database.db.query({
      text: "update w_main.message_queue set event = event || $1",
      values: [at],
    });
  }
  chat.isFull = true;
  await say();
  expect(chat.heard).toEqual([]);
  chat.isFull = false;
  // Three pauses between four messages of each robot.
  expect(await say(10)).toBeGreaterThanOrEqual(3 * 3 * 3000);
  for (const kind of ["wecom", "dingtalk", "feishu"])
    expect(chat.heard.filter((one) => one.kind === kind)).toHaveLength(4);
  expect((await states("wecom")).every(({ status }) => status === "sent")).toBe(true);
});

it("one that hangs is tried again later, and the others go on", async () => {
  chat.heard.length = 0;
  chat.hangs = true;
  await app.admin.make("task", { subject: "挂起", owner: wang.id });
  await spread();
  await say();
  expect(chat.heard.map(({ kind }) => kind)).toEqual(["dingtalk", "feishu"]);
  expect((await states("wecom"))[0]).toMatchObject({ status: "queued", error: "no answer within 10 s" });
  chat.hangs = false;
  chat.server.closeAllConnections();
  await say(10);
  expect((await states("wecom"))[0]).toMatchObject({ status: "sent", tries: 2 });
}, 30_000);

it("whatever the lines are, they fit, and those that do not are counted", () => {
  const more = (count: number): string => `还有 ${count} 条`;
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 80 }), (given) => {
      const lines = given.map((line) => line.replaceAll("\n", " "));
      const words = fitLines(lines, 2048, more);
      expect(Buffer.byteLength(words)).toBeLessThanOrEqual(2048);
      const left = Number(/还有 (\d+) 条$/.exec(words)?.[1] ?? 0);
      if (left === 0) expect(words).toBe(lines.join("\n"));
      else expect(words.split("\n").length - 1 + left).toBe(lines.length);
    }),
  );
  expect(Buffer.byteLength(fitLines(["长".repeat(5000), "二"], 2048, more))).toBeLessThanOrEqual(2048);
});
