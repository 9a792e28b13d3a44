import { afterAll, beforeAll, expect, test } from "vitest";
import { signingCompany, type SigningCompany } from "./support/signing-company.ts";
import { enter } from "./support/window.ts";

let company: SigningCompany;
beforeAll(async () => {
  company = await signingCompany({ chief: "Cao Zhengyang", seller: "Liang Hongxia" });
});
afterAll(() => company.program.stop());

const change = (deal: string, amount: string) =>
  company.admin.call("PATCH", `/records/opportunity/${deal}`, { amount: { amount, currency: "CNY" } });
const stageOf = async (deal: string): Promise<string> =>
  (await company.admin.call("GET", `/records/opportunity/${deal}`)).data.stage;

test("nothing is signed that was not seen: by a double click, by a key that is held, on a card that was read again by itself", async () => {
  const [twice, held, again] = [
    await company.asked("Double press"),
    await company.asked("Key kept down"),
    await company.asked("Silent refresh"),
  ];
  const { page, complaints } = await enter(company.program.url, { as: company.chief });
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
