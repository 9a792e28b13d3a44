import { type Client, type Reply, testApp, type TestApp } from "../app.ts";

export const SECRETS = {
  website: "https://mimi-4711.example",
  uscc: "91350100M000100Y43",
  phone: "13877776666",
  mobile: "13911112222",
  email: "leak4711@mimi.example",
  /** Longer than what a random id may hold by chance. */
  amount: "481516234215",
  next_step: "绝密步骤四七一一",
} as const;
export const known = Object.values(SECRETS);
const { phone: _phone, mobile: _mobile, ...neverSeen } = SECRETS;
export const hidden = Object.values(neverSeen);
const work = { create: true, read: "all", update: "all", delete: "all" };
export const RIGHTS = {
  objects: { "*": work },
  fields: {
    account: { uscc: "hidden", open_amount: "hidden" },
    contact: { email: "hidden", mobile: "mask" },
    opportunity: { next_step: "hidden" },
  },
  /** The other half of the secrets is kept by the state of the record, which all of them are in. */
  states: {
    account: [{ when: 'name != "·"', fields: { website: "hidden", phone: "mask" } }],
    opportunity: [{ when: 'name != "·"', fields: { amount: "hidden" } }],
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

export let world: TestApp;
export let spy: Client & { id: string };
export let account: string;
export let contact: string;
export let deal: string;
export let pipeline: string;
/** A comment of somebody else on the deal. */
export let said: string;
/** A move of a second deal with all secrets that waits for the spy's own consent. */
export let asked: { readonly deal: string; readonly request: string };
/** Two frozen movements of the deal that were shared with the spy. */
export let frozen: readonly string[];
/** Begins with records that hold the secrets, and with a spy who may do much, but read none of them. */
export async function openLeakWorld(): Promise<void> {
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
  const on = { object: "opportunity", id: deal };
  said = String((await world.admin.make("comment", { content: "公开的一句话", regarding: on })).id);
  asked = await askForConsent();
  frozen = [await freezeForSpy("先"), await freezeForSpy("后")];
  pipeline = (await world.admin.get("/pipelines?object=opportunity")).json.data[0].id;
}

async function freezeForSpy(name: string): Promise<string> {
  const body = {
    object: "opportunity",
    from: "2020-01-01",
    to: "2999-12-31",
    filter: `id == "${deal}"`,
    group_by: "owner",
  };
  const made = await world.admin.post("/insight/baselines", { name, metric: "movement", body });
  if (made.status !== 201) throw new Error(made.text);
  const { id } = made.json.data;
  await world.admin.make("share", {
    regarding: { object: "baseline", id },
    to: { object: "user", id: spy.id },
    level: "read",
  });
  return String(id);
}

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

export const q = encodeURIComponent;
/** Asks as the spy about an account, a contact and a deal. */
export const each = (path: (object: string, id: string) => string): Promise<Reply>[] =>
  (
    [
      ["account", account],
      ["contact", contact],
      ["opportunity", deal],
    ] as const
  ).map(([object, id]) => spy.get(path(object, id)));
/** Says nothing of a record's fields: why. */
export const NOTHING = (why: string) => why;
export type Road = string | (() => readonly Promise<Reply>[]);

/** What somebody gets who holds the address of a link and nothing else. */
export async function outsideReply(method: "GET" | "POST", url: string, body?: object): Promise<Reply> {
  const {
    statusCode,
    body: text,
    headers,
  } = await world.app.inject({
    method,
    url,
    headers: { "accept-language": "en", host: "localhost", origin: "http://localhost" },
    ...(body ? { payload: body } : {}),
  });
  return { status: statusCode, json: JSON.parse(text), text, headers };
}
