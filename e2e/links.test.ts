import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter, openWindow } from "./support/window.ts";

let program: Program;
let admin: Api;
let chief: Awaited<ReturnType<typeof makePerson>>;
let seller: Awaited<ReturnType<typeof makePerson>>;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });

beforeAll(async () => {
  program = await startProgram();
  admin = await apiOf(program.url);
  chief = await makePerson(admin, "曹正阳", "sales_director");
  seller = await makePerson(admin, "梁红霞", "sales_manager");
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
  const rest = { object: "opportunity", name: "signed", label: both("signed"), stages, rules: {} };
  pipeline = (await admin.call("POST", "/pipelines", rest)).data.id;
  await admin.call("POST", `/pipelines/${pipeline}/publish`, {});
});
afterAll(() => program.stop());

/** A deal whose move waits for the chief. */
async function asked(name: string): Promise<{ deal: string; request: string }> {
  const amount = { amount: "1280000.00", currency: "CNY" };
  const deal = await admin.make("opportunity", { name, pipeline, owner: seller.id, amount });
  const path = `/records/opportunity/${deal}/transitions`;
  const { approvals } = await (await apiOf(program.url, seller)).call("POST", path, { to: "contract" });
  return { deal, request: approvals[0] };
}
const stateOf = async ({ deal, request }: { deal: string; request: string }) => {
  const api = await apiOf(program.url, chief);
  const { status } = (await api.call("GET", `/approvals/${request}`)).data;
  const { stage, version } = (await admin.call("GET", `/records/opportunity/${deal}`)).data;
  const [link] = (await admin.call("GET", `/links?record=${request}`)).data;
  return { status, stage, version, uses: link?.uses };
};
async function linkTo(request: string): Promise<string> {
  const wanted = { purpose: "approval", object: "approval_request", record: request, person: chief.id };
  return (await admin.call("POST", "/links", wanted)).url;
}

test("a scanner of mail opens the link, follows it, runs its page and nothing has changed", async () => {
  const one = await asked("扫描");
  const url = await linkTo(one.request);
  const before = await stateOf(one);
  for (const method of ["HEAD", "GET"])
    expect((await fetch(url, { method, redirect: "follow" })).status).toBe(200);
  const { page } = await openWindow(program.url, { language: "zh-CN" });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("heading").first().waitFor();
  for (const link of await page.locator("a[href]").all())
    await fetch(String(await link.getAttribute("href")));
  await page.reload({ waitUntil: "networkidle" });
  expect(await stateOf(one)).toEqual(before);
});

test("one decides on a phone by scanning a code: once, and not again", async () => {
  const one = await asked("手机上审批");
  const desk = await enter(program.url, { as: chief, language: "zh-CN" });
  await desk.page.goto("/approvals");
  const card = desk.page.locator('[data-part="approval-card"]', { hasText: "手机上审批" });
  await card.getByRole("button", { name: "用手机审批" }).click();
  const url = await desk.page.getByRole("dialog").locator("code").innerText();
  const { page, complaints } = await openWindow(program.url, { language: "zh-CN", width: 390 });
  const asks: string[] = [];
  page.on("request", (request) => asks.push(`${request.url()} ${request.headers()["referer"] ?? ""}`));
  const answer = await page.goto(url);
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await page.getByText("¥1,280,000").waitFor();
  const wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
  expect(await page.evaluate(wide)).toBe(false);
  const box = await page.getByRole("button", { name: "同意" }).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole("button", { name: "同意" }).dblclick();
  await page.getByText("已同意。谢谢。").waitFor();
  expect(await stateOf(one)).toMatchObject({ status: "approved", stage: "contract", uses: 1 });
  const token = url.split("/p/")[1] ?? "";
  expect(asks.filter((line) => (line.split(" ")[1] ?? "").includes(token))).toEqual([]);
  await page.reload();
  await page.getByRole("heading", { name: "这个链接已失效" }).waitFor();
  // The browser tells the refusal of the second look, which is what was asked for.
  expect(complaints.splice(0).every((line) => line.includes("404"))).toBe(true);
  await desk.page.goto(`/records/opportunity/${one.deal}`);
  await desk.page.getByText("曹正阳（通过链接）").first().waitFor();
});
