import { expect } from "vitest";
import { type Client, testApp, type TestApp } from "../app.ts";

export let app: TestApp;
export let seller: Client & { id: string };
export let chief: Client & { id: string };
export let other: Client & { id: string };
export let pipeline: string;
/** The same words in both languages. */
export const both = (text: string) => ({ "zh-CN": text, en: text });
/** A stage of a pipeline. */
export const stage = (name: string, type: string, more: object = {}) => ({
  name,
  label: both(name),
  type,
  ...more,
});

/**
 * Begins with a seller, two who may consent, and a pipeline whose second stage asks for every kind of
 * evidence and a consent.
 */
export async function openConsentWorld(): Promise<void> {
  app = await testApp();
  chief = await app.person({ name: "Cao Zhengyang", role: "sales_manager" });
  other = await app.person({ name: "Other Chief", role: "sales_manager" });
  seller = await app.person({ name: "Liang Hongxia", role: "sales_director", manager: chief.id });
  const question = { id: "q1", label: both("Who decides?"), kind: "text", required: true };
  await app.admin.make("form", { name: "needs", label: both("Needs"), questions: [question] });
  const entry = [
    { id: "k_fields", kind: "fields", fields: ["amount"] },
    {
      id: "k_list",
      kind: "checklist",
      items: [
        { id: "i1", label: both("Budget") },
        { id: "i2", label: both("Chain") },
      ],
    },
    { id: "k_form", kind: "form", form: "needs" },
    { id: "k_doc", kind: "document", document_type: "proposal" },
    { id: "k_sign", kind: "approval", approval: "sales_manager" },
  ];
  const stages = [
    stage("a", "open"),
    stage("b", "open", { entry }),
    stage("c", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "signed",
    label: both("signed"),
    stages,
    rules: {},
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status, made.text).toBe(200);
}

/** A deal of the seller in the first stage. */
export const deal = async (more: object = {}) =>
  (await app.admin.make("opportunity", { name: "deal", pipeline, owner: seller.id, ...more })).id;
/** Asks for a move to a stage. */
export const move = (
  client: Client,
  id: string,
  to: string,
  more: object = {},
  headers: Record<string, string> = {},
) => client.post(`/records/opportunity/${id}/transitions`, { to, ...more }, headers);
/** A deal as it stands. */
export const record = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data;
/** What waits for the decision of a person about a deal. */
export const todo = async (client: Client, id: string) =>
  (await client.get("/approvals?box=decide")).json.data.filter(
    (one: { regarding: { id: string } }) => one.regarding.id === id,
  );
/** Decides about what the request shows now. */
export const decide = async (
  client: Client,
  id: string,
  decision: "approve" | "refuse",
  more: object = {},
) => {
  const seen = (await client.get(`/approvals/${id}`)).json.data?.card?.seen ?? "";
  return client.post(`/approvals/${id}/${decision}`, { seen, ...more });
};
const file = async (): Promise<string> => {
  const body = [
    "--b",
    'Content-Disposition: form-data; name="file"; filename="proposal.txt"',
    "Content-Type: text/plain",
    "",
    "what we propose",
    "--b--",
    "",
  ].join("\r\n");
  return (await seller.post("/files", body, { "content-type": "multipart/form-data; boundary=b" })).json.data
    .id;
};
/** All evidence that the second stage asks for, but the consent. */
export const everything = async () => ({
  values: { amount: "1500000" },
  meet: [
    { criterion: "k_list", value: ["i1", "i2"] },
    { criterion: "k_form", value: { q1: "The director" } },
    { criterion: "k_doc", value: [await file()] },
  ],
});
