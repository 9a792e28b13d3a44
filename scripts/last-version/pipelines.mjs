import { both, formOf } from "./client.mjs";

const stage = (name, type, more = {}) => ({ name, label: both(name), type, ...more });
const QUESTION = { id: "q1", label: both("谁决定？"), kind: "text", required: true };
const LEVEL = {
  id: "q2",
  label: both("急不急？"),
  kind: "choice",
  options: [
    { name: "now", label: both("急"), score: 10 },
    { name: "later", label: both("不急"), score: 1 },
  ],
};
const GATE = [
  { id: "k_fields", kind: "fields", fields: ["amount"] },
  {
    id: "k_list",
    kind: "checklist",
    items: [
      { id: "i1", label: both("预算") },
      { id: "i2", label: both("决策链") },
    ],
  },
  { id: "k_form", kind: "form", form: "needs_c" },
  { id: "k_doc", kind: "document", document_type: "proposal" },
  { id: "k_sign", kind: "approval", approval: "sales_manager" },
];
const STAGES = [
  stage("a", "open", { clocks: { idle: { amber: 3, red: 9 } } }),
  stage("b", "open", {
    entry: GATE,
    max_dwell: 15,
    guidance: { tips: [both("先听")], links: [{ label: both("手册"), url: "https://example.com/book" }] },
    on_enter: [{ id: "t_call", kind: "task", title: both("回访"), assignee: "owner", due_days: 2 }],
  }),
  stage("c", "open", { exit: [{ id: "x_step", kind: "condition", expression: 'next_step != ""' }] }),
  stage("won", "won"),
  stage("lost", "lost"),
];

/** A pipeline with every kind of evidence, with consents of each outcome, and deals through the shipped one. */
export async function makePipelines(people, records) {
  const { admin, east } = people;
  await admin.make("form", { name: "needs_c", label: both("需求"), questions: [QUESTION, LEVEL] });
  const head = { object: "opportunity", name: "signed", label: both("签核") };
  const pipeline = (await admin.post("/pipelines", { ...head, stages: STAGES, rules: {} })).data.id;
  await admin.post(`/pipelines/${pipeline}/publish`, {});
  const consents = await makeConsents(people, records, pipeline);
  await admin.patch(`/pipelines/${pipeline}`, {
    stages: STAGES.map((one) => (one.name === "c" ? { ...one, max_dwell: 5 } : one)),
  });
  await admin.post(`/pipelines/${pipeline}/pilot`, { departments: [east.id] });
  return { pipeline, ...consents, shipped: await makeDeals(people, records) };
}

const CLOSES = { close_date: "2027-06-30" };
const move = (who, id, body, status) => who.post(`/records/opportunity/${id}/transitions`, body, status);

async function makeConsents({ admin, anna, chief }, records, pipeline) {
  const evidence = async () => ({
    values: { amount: "1500000" },
    meet: [
      { criterion: "k_list", value: ["i1", "i2"] },
      { criterion: "k_form", value: { q1: "厂长", q2: "now" } },
      {
        criterion: "k_doc",
        value: [(await anna.client.post("/files", formOf("方案.txt", "我们的方案"))).data.id],
      },
    ],
  });
  const [deals, requests] = [{}, {}];
  for (const name of ["waiting", "approved", "refused", "excused", "blocked"]) {
    const values = { name: `签核 ${name}`, account: records.first, owner: anna.id, pipeline, ...CLOSES };
    deals[name] = (await admin.make("opportunity", values)).id;
  }
  for (const name of ["waiting", "approved", "refused"])
    [requests[name]] = (
      await move(anna.client, deals[name], { to: "b", ...(await evidence()) }, 202)
    ).approvals;
  const decide = async (name, decision, comment) => {
    const { data } = await chief.client.get(`/approvals/${requests[name]}`);
    await chief.client.post(`/approvals/${requests[name]}/${decision}`, { seen: data.card.seen, comment });
  };
  await decide("approved", "approve", "可以");
  await decide("refused", "refuse", "再谈");
  await move(admin, deals.excused, { to: "b", override: { reason: "客户急", valid_days: 300 } });
  await move(anna.client, deals.blocked, { to: "b" }, 422);
  const opened = { stage: "b", link: "https://example.com/book" };
  await anna.client.post(`/pipelines/${pipeline}/guidance-opened`, opened);
  return { deals, requests };
}

/** Won, lost, changed, deleted. */
async function makeDeals({ admin, anna, ben, leaver }, records) {
  const shipped = [];
  const amounts = [undefined, "500.25", "1500.25", { amount: "20", currency: "USD" }, undefined];
  for (const [at, amount] of amounts.entries()) {
    const values = { name: `商机 ${at}`, account: records.accounts[at % 3], ...CLOSES, amount };
    const owner = [anna, ben, leaver][at % 3].id;
    shipped.push((await admin.make("opportunity", { ...values, owner })).id);
  }
  const override = { reason: "旧版补录", valid_days: 5 };
  await admin.patch(`/records/opportunity/${shipped[3]}`, {
    close_date: "2027-08-31",
    next_step: "周四勘测",
    contact: records.contacts[0],
  });
  await move(admin, shipped[1], { to: "won", override });
  const lost = { lost_reason: "price_too_high", lost_detail: "贵一成" };
  await move(admin, shipped[2], { to: "lost", values: lost, override });
  await move(admin, shipped[3], { to: "needs", override });
  await admin.delete(`/records/opportunity/${shipped[4]}`);
  await admin.delete(`/records/account/${records.accounts[4]}`);
  return shipped;
}
