import { afterAll, beforeAll, expect, test } from "vitest";
import { apiOf } from "./support/api.ts";
import { signingCompany, type SigningCompany } from "./support/signing-company.ts";
import { enter, openWindow } from "./support/window.ts";

let company: SigningCompany;
beforeAll(async () => {
  company = await signingCompany({ chief: "曹正阳", seller: "梁红霞" });
});
afterAll(() => company.program.stop());

const stateOf = async ({ deal, request }: { deal: string; request: string }) => {
  const api = await apiOf(company.program.url, company.chief);
  const { status } = (await api.call("GET", `/approvals/${request}`)).data;
  const { stage, version } = (await company.admin.call("GET", `/records/opportunity/${deal}`)).data;
  const [link] = (await company.admin.call("GET", `/links?record=${request}`)).data;
  return { status, stage, version, uses: link?.uses };
};
async function linkTo(request: string): Promise<string> {
  const wanted = {
    purpose: "approval",
    object: "approval_request",
    record: request,
    person: company.chief.id,
  };
  return (await company.admin.call("POST", "/links", wanted)).url;
}

test("a scanner of mail opens the link, follows it, runs its page and nothing has changed", async () => {
  const one = await company.asked("扫描");
  const url = await linkTo(one.request);
  const before = await stateOf(one);
  for (const method of ["HEAD", "GET"])
    expect((await fetch(url, { method, redirect: "follow" })).status).toBe(200);
  const { page } = await openWindow(company.program.url, { language: "zh-CN" });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("heading").first().waitFor();
  for (const link of await page.locator("a[href]").all())
    await fetch(String(await link.getAttribute("href")));
  await page.reload({ waitUntil: "networkidle" });
  expect(await stateOf(one)).toEqual(before);
});

test("one decides on a phone by scanning a code: once, and not again", async () => {
  const one = await company.asked("手机上审批");
  const desk = await enter(company.program.url, { as: company.chief, language: "zh-CN" });
  await desk.page.goto("/approvals");
  const card = desk.page.locator('[data-part="approval-card"]', { hasText: "手机上审批" });
  await card.getByRole("button", { name: "用手机审批" }).click();
  const url = await desk.page.getByRole("dialog").locator("code").innerText();
  const { page, complaints } = await openWindow(company.program.url, { language: "zh-CN", width: 390 });
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
