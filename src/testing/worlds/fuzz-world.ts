import { testApp, type TestApp } from "../app.ts";

export const all = { create: true, read: "all", update: "all", delete: "all" };
export const SECRETS = {
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
export type Named = keyof typeof SECRETS;
export let world: TestApp;
export const ids: Record<string, string> = {};
/** Begins with an account, a contact, a deal and an activity that hold the secrets. */
export async function openFuzzWorld(): Promise<void> {
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
}
