import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter } from "./support/window.ts";

let program: Program;
let admin: Api;
let chief: Awaited<ReturnType<typeof makePerson>>;
let seller: Awaited<ReturnType<typeof makePerson>>;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });

beforeAll(async () => {
  program = await startProgram();
  admin = await apiOf(program.url);
  chief = await makePerson(admin, "Cao Zhengyang", "sales_director");
  seller = await makePerson(admin, "Liang Hongxia", "sales_manager");
  const stage = (name: string, type: string, more: object = {}) => ({
    name,
    label: both(name),
    type,
    ...more,
  });
  const entry = [{ id: "sign", kind: "approval", approval: "sales_director" }];
  const stages = [
    stage("offer", "open"),
    stage("contract", "open", { entry }),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  pipeline = (
    await admin.call("POST", "/pipelines", {
      object: "opportunity",
      name: "signed",
      label: both("signed"),
      stages,
      rules: {},
    })
  ).data.id;
  await admin.call("POST", `/pipelines/${pipeline}/publish`, {});
});
afterAll(() => program.stop());

/** A deal whose move waits for the chief. */
async function asked(name: string): Promise<{ deal: string; request: string }> {
  const deal = await admin.make("opportunity", {
    name,
    pipeline,
    owner: seller.id,
    amount: { amount: "1280000.00", currency: "CNY" },
  });
  const { approvals } = await (
    await apiOf(program.url, seller)
  ).call("POST", `/records/opportunity/${deal}/transitions`, { to: "contract" });
  return { deal, request: approvals[0] };
}
const change = (deal: string, amount: string) =>
  admin.call("PATCH", `/records/opportunity/${deal}`, { amount: { amount, currency: "CNY" } });
const stageOf = async (deal: string): Promise<string> =>
  (await admin.call("GET", `/records/opportunity/${deal}`)).data.stage;

test("nothing is signed that was not seen: by a double click, by a key that is held, on a card that was read again by itself", async () => {
  const [twice, held, again] = [
    await asked("Double press"),
    await asked("Key kept down"),
    await asked("Silent refresh"),
  ];
  const { page, complaints } = await enter(program.url, { as: chief });
  await page.goto("/approvals");
  const card = (name: string) => page.locator('[data-part="approval-card"]', { hasText: name });
  const approve = (name: string) => card(name).getByRole("button", { name: "Approve" });
  const isTold = (name: string) => card(name).getByRole("alert").getByText("Amount").waitFor();
  await approve("Double press").waitFor();
  await change(twice.deal, "980000.00");
  await approve("Double press").dblclick();
  await isTold("Double press");
  await change(held.deal, "980000.00");
  await approve("Key kept down").focus();
  for (let at = 0; at < 8; at += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await isTold("Key kept down");
  // The card shows the new amount by itself; whoever clicks in that moment has read the old one.
  await change(again.deal, "10.00");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await card("Silent refresh").getByText("¥10").first().waitFor();
  await approve("Silent refresh").click();
  await isTold("Silent refresh");
  expect(await Promise.all([twice, held, again].map(({ deal }) => stageOf(deal)))).toEqual([
    "offer",
    "offer",
    "offer",
  ]);
  // Read, and pressed again.
  await expect
    .poll(async () => {
      // What is pressed goes as soon as it has worked.
      await approve("Silent refresh")
        .click({ timeout: 1000 })
        .catch(() => undefined);
      return stageOf(again.deal);
    })
    .toBe("contract");
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes("409")));
});
