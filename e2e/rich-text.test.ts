import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter } from "./support/window.ts";

let program: Program;
let api: Api;
let wang: { readonly id: string };
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  wang = await makePerson(api, "王芳", "administrator");
  await makePerson(api, "李雷", "administrator");
});
afterAll(() => program.stop());

const boxIn = (page: Page) => page.getByRole("dialog").locator('[role="textbox"][aria-multiline]');
const people = (page: Page) => page.getByRole("listbox", { name: "People you can mention" });
async function newNote(): Promise<{ page: Page; keys: CDPSession }> {
  const { page, context } = await enter(program.url);
  await page.goto("/records/note?new=1");
  await boxIn(page).waitFor();
  // A form that opens takes the focus; it would end what is composed.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null))
    .toBe(true);
  await boxIn(page).click();
  return { page, keys: await context.newCDPSession(page) };
}
/** What an input method shows while it composes. */
const compose = (keys: CDPSession, text: string) =>
  keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
/** What it puts in place of that. */
const commit = (keys: CDPSession, text: string) => keys.send("Input.insertText", { text });
async function savedContent(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const { data } = await api.call("GET", "/records/note?limit=1&sort=-created_at");
  return data[0].content;
}

test("somebody is named by keyboard: an ASCII @ opens the list, Enter takes who stands first", async () => {
  const { page } = await newNote();
  await page.keyboard.type("please a@b.example @wang");
  await people(page).getByText("王芳").waitFor();
  await people(page).getByText("李雷").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await people(page).waitFor({ state: "detached" });
  await page.keyboard.type("call");
  expect(await savedContent(page)).toBe(
    `please a@b.example <span data-mention="${wang.id}">@王芳</span> call`,
  );
});

test("somebody is named by an input method: the list stays shut while it composes, ＠ opens it, 王 narrows it", async () => {
  const { page, keys } = await newNote();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await compose(keys, "@");
  await boxIn(page).getByText("@").waitFor();
  expect(await people(page).count()).toBe(0);
  // Nobody was even looked for.
  expect(asked.filter((url) => url.includes("/records/user"))).toEqual([]);
  await commit(keys, "＠");
  await people(page).getByText("李雷").waitFor();
  await compose(keys, "wang");
  await people(page).waitFor({ state: "detached" });
  await commit(keys, "王");
  await people(page).getByText("王芳").waitFor();
  await people(page).getByText("李雷").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await boxIn(page).locator("[data-mention]").getByText("@王芳").waitFor();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await boxIn(page).locator("[data-mention]").waitFor({ state: "detached" });
  await page.keyboard.type("@");
  await people(page).waitFor();
  await page.keyboard.press("Escape");
  await people(page).waitFor({ state: "detached" });
  expect(await boxIn(page).count()).toBe(1);
  await page.keyboard.press("Enter");
  await page.keyboard.type("end");
  expect(await savedContent(page)).toBe("<p>@</p><p>end</p>");
});

test("pasted pages lose what runs and draws, the tools make lists, and it is shown as it was written", async () => {
  const { page } = await newNote();
  await boxIn(page).evaluate((box) => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      '<h1>Title</h1><p onclick="alert(1)" style="color:red">one <strong>two</strong><script>alert(1)</script><img src="/api/v1/session" onerror="alert(1)"> <a href="/api/v1/session">in</a> <a href="https://ok.example">out</a></p>',
    );
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Bullets" }).click();
  await page.keyboard.type("three");
  expect(await savedContent(page)).toBe(
    '<h3>Title</h3><p>one <b>two</b> in <a href="https://ok.example" rel="noopener noreferrer" target="_blank">out</a></p><ul><li>three</li></ul>',
  );
  const shown = page.locator('[data-part="rich-text-shown"]');
  await shown.getByRole("heading", { name: "Title" }).waitFor();
  expect(await shown.locator("li").allTextContents()).toEqual(["three"]);
});
