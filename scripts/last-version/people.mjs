import { TOTP } from "otpauth";
import { both, clientOf, signIn } from "./client.mjs";

export const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
export const PASSWORD = "Long-enough-for-all-77";
const FIRST = "Only-at-first-7788x";

/** Departments, people with roles of several kinds, a team, keys; who they are by name. */
export async function makePeople(origin) {
  const admin = await signIn(origin, ADMIN.login, ADMIN.password);
  await admin.patch("/settings/company", { name: "渠成旧版", currency: "CNY", zone: "Asia/Shanghai" });
  const head = await admin.make("department", { name: "总部" });
  const east = await admin.make("department", { name: "华东", parent: head.id });
  const south = await admin.make("department", { name: "华南", parent: head.id });
  await admin.make("role", {
    name: "auditor_c",
    label: both("审计"),
    rights: {
      objects: { "*": { create: false, read: "all", update: "none", delete: "none" } },
      fields: { contact: { mobile: "mask", email: "hidden" }, opportunity: { amount: "hidden" } },
      abilities: ["audit.read", "permissions.explain"],
    },
  });
  const person = async (name, login, role, more = {}) => {
    const user = await admin.make("user", { name, ...more });
    const { id } = await admin.find("role", `name == "${role}"`);
    await admin.make("user_role", { user: user.id, role: id });
    await admin.post(`/users/${user.id}/credentials`, { login, password: FIRST });
    const first = await signIn(origin, login, FIRST);
    await first.post("/me/password", { current: FIRST, next: PASSWORD });
    return { id: user.id, login, client: await signIn(origin, login, PASSWORD) };
  };
  const chief = await person("曹正阳", "chief@example.com", "sales_manager", { department: east.id });
  const other = await person("何主管", "other@example.com", "administrator", { department: head.id });
  const anna = await person("李娜", "anna@example.com", "seller", { department: east.id, manager: chief.id });
  const ben = await person("Ben Ström", "ben@example.com", "seller", { department: south.id });
  const auditor = await person("周审计", "auditor@example.com", "auditor_c", { department: head.id });
  const leaver = await person("吴离职", "leaver@example.com", "seller", { department: south.id });
  const team = await admin.make("team", { name: "联合投标组", lead: chief.id });
  await admin.make("team_member", { team: team.id, user: ben.id });
  await anna.client.put("/me/preferences", { theme: "dark", list_density: "compact" });
  return { admin, head, east, south, chief, other, anna, ben, auditor, leaver, team };
}

/** A key with all rights, one of a role, a second step for one person; what opens them. */
export async function makeKeys(origin, { admin, ben }) {
  const whole = await admin.post("/api-keys", { name: "ERP" });
  const narrow = await admin.post("/api-keys", { name: "报表", role: "read_only" });
  const gone = await admin.post("/api-keys", { name: "旧密钥" });
  await admin.delete(`/api-keys/${gone.id}`);
  const { data } = await ben.client.post("/me/second-factor", { password: PASSWORD });
  await ben.client.post("/me/second-factor/confirm", { code: new TOTP({ secret: data.secret }).generate() });
  const keyed = clientOf(origin, { authorization: `Bearer ${whole.key}` });
  await keyed.make("competitor", { name: "竞争者甲", website: "https://rival.example.com" });
  return { whole: whole.key, narrow: narrow.key, gone: gone.key, second: data.secret };
}
