import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter, openWindow } from "./support/window.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let program: Program;
let api: Api;
let paths: readonly string[];
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  const account = await api.make("account", {
    name: "Henrun Precision Instruments (Suzhou) Limited",
    industry: "steel",
    employees: 320,
  });
  const me = (await api.call("GET", "/session")).data.user.id;
  const deal = await api.make("opportunity", {
    name: "Flow meters for the new plant",
    account,
    amount: { amount: "1234567.89", currency: "CNY" },
    close_date: "2027-03-31",
    owner: me,
  });
  const lead = await api.make("lead", {
    company: "Wide Waters",
    contact_name: "Ann",
    source: "website",
    mobile: "13800138000",
  });
  await api.make("task", { subject: "Call Ann", regarding: { object: "opportunity", id: deal }, owner: me });
  await api.make("activity", {
    type: "call",
    content: "Spoke about the schedule",
    regarding: { object: "opportunity", id: deal },
  });
  const pipeline = (await api.call("GET", "/pipelines?object=opportunity")).data[0].id;
  const lists = ["lead", "account", "contact", "opportunity", "task", "activity", "product"].map(
    (object) => `/records/${object}?scene=all&view=list`,
  );
  const settings = [
    "company",
    "calendar",
    "recycle-bin",
    "departments",
    "people",
    "roles",
    "objects",
    "objects/opportunity",
    "pipelines",
    `pipelines/${pipeline}`,
    "questionnaires",
    "imports",
    "keys",
    "sessions",
    "sharing-rules",
    "permissions",
    `permissions/readers?object=opportunity&record=${deal}`,
    "audit",
    "privacy",
    "duplicate-rules",
  ].map((name) => `/settings/${name}`);
  paths = [
    "/",
    "/me",
    ...lists,
    "/records/opportunity?scene=all&view=board",
    `/records/opportunity/${deal}`,
    `/records/account/${account}`,
    `/records/lead/${lead}`,
    "/records/opportunity?new=1",
    "/imports/new?object=account",
    "/records/opportunity?scene=all&view=board&as_of=2026-01-31",
    "/insight/funnel",
    "/insight/movement",
    "/insight/baselines",
    "/approvals",
    "/duplicates",
    "/jobs",
    `/handover/${me}`,
    ...settings,
    "/nowhere",
  ];
});
afterAll(() => program.stop());

/** Within the loaded program, as a link would; until the page has what it asked for and stands still. */
async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await isStill(page);
}
const isStill = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = 250;
        let since = performance.now();
        const touched = (): void => void (since = performance.now());
        new MutationObserver(touched).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        new PerformanceObserver(touched).observe({ type: "resource" });
        const look = (): void => {
          const waits =
            document.querySelector('[data-part="skeleton"], [data-part="input-waiting"]') ??
            (document.querySelector("main, h1") ? null : document.body);
          if (!waits && performance.now() - since > quiet) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

/** Words that a person reads, also in titles, labels and placeholders. */
const words = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const read = [...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((one) =>
      ["aria-label", "placeholder", "title"].map((name) => one.getAttribute(name) ?? ""),
    );
    return [...document.body.innerText.split("\n"), ...read].map((text) => text.trim()).filter(Boolean);
  });
/**
 * What is Chinese on an English page on purpose: the other language's name, inputs for Chinese labels, both
 * languages of a label side by side.
 */
const MEANT = /^(中文|中|简体中文|初步接洽)$|High.*\||PRJ|\{/;
const KEY = /\b[a-z]+(?:[A-Z][a-z]+)+\b|\{[a-z_]+\}|undefined|\[object|NaN/;
/** Words with a capital inside that people write so. */
const NAMES = /WeChat|PayPal|LinkedIn|YouTube|GitHub|iPhone|eCommerce|\{YYYY\}|\{0000\}/;

type Check = (page: Page, path: string) => Promise<readonly string[]>;
const inEnglish: Check = async (page) =>
  (await words(page)).filter(
    (text) => (/[\u4e00-\u9fff]/.test(text) && !MEANT.test(text)) || (KEY.test(text) && !NAMES.test(text)),
  );
const inChinese: Check = async (page, path) => {
  if (/^\/records\/\w+\/[\w-]+$/.test(path)) return []; // Named by people.
  const heads = await page
    .locator("main h1, main h2, main .ant-btn, main [data-part=quiet], main [role=tab], nav a")
    .allInnerTexts();
  const spoken = heads
    .map((text) => text.trim())
    .filter((text) => /[A-Za-z]{4,}/.test(text) && !/[\u4e00-\u9fff]/.test(text));
  return spoken.filter((text) => !/^(English|JSON|admin@example\.com)$/.test(text));
};
const fits: Check = async (page) => {
  const over = await page.evaluate(() =>
    [document.documentElement, document.querySelector("main") ?? document.body].map(
      (one) => one.scrollWidth - one.clientWidth,
    ),
  );
  return over.filter((width) => width > 0).map((width) => `${width} px too wide`);
};

/** The same page in a window as narrow as a phone: English words are the longer ones. */
const fitsNarrow: Check = async (page, path) => {
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await isStill(page);
  const found = await fits(page, path);
  if (wide) await page.setViewportSize(wide);
  return found;
};

test.each([
  { language: "en", width: 1440, shade: "light", checks: [inEnglish, serious, fits, fitsNarrow] },
  { language: "zh-CN", width: 390, shade: "dark", checks: [inChinese, fits, serious] },
] as const)(
  "every page speaks $language, fits $width px and shuts nobody out, $shade",
  async ({ checks, ...how }) => {
    const faults: Record<string, readonly string[]> = {};
    const look = async (page: Page, path: string): Promise<void> => {
      for (const check of checks) {
        const found = await check(page, path);
        if (found.length > 0) faults[path] = [...(faults[path] ?? []), ...found];
      }
    };
    const { page: door } = await openWindow(program.url, how);
    await door.goto("/");
    await door.locator("h1").waitFor();
    await isStill(door);
    await look(door, "/sign-in");
    const { page } = await enter(program.url, how);
    await page.goto("/");
    await page.locator("main h1").waitFor();
    for (const path of paths) {
      await open(page, path);
      await look(page, path);
    }
    expect(faults).toEqual({});
  },
);

/** The innermost parts that reach over the right edge, to be found by. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth && one.childElementCount === 0)
      .map((one) => `${one.parentElement?.className} > ${one.tagName}.${one.getAttribute("class")}`)
      .slice(0, 10),
  );

test.each([1440, 390] as const)(
  "names as long as they may be make nothing wider than a window of %d px",
  async (width) => {
    const long = "W".repeat(100);
    const object = `long_${width}_c`;
    await api.call("POST", "/objects", {
      name: object,
      label: { "zh-CN": long, en: long },
      plural: { "zh-CN": long, en: long },
    });
    const pipeline = await api.call("POST", "/pipelines", {
      object: "opportunity",
      name: `long_${width}`,
      label: { "zh-CN": long, en: long },
      stages: ["open", "won", "lost"].map((type) => ({
        name: type,
        label: { "zh-CN": `${type} ${long}`, en: `${type} ${long}` },
        type,
      })),
    });
    await api.call("POST", `/pipelines/${pipeline.data.id}/publish`, { note: "long" });
    await api.make("opportunity", { name: long, pipeline: pipeline.data.id });
    const contact = `Zzyzx${width} ${long.slice(20)}`;
    await api.make("contact", {
      name: contact,
      account: await api.make("account", { name: `Beside ${width} ${long}` }),
    });
    const { page } = await enter(program.url, { width, language: "en" });
    await page.goto("/");
    await page.locator("main h1").waitFor();
    const faults: Record<string, readonly string[]> = {};
    const board = `/records/opportunity?scene=all&view=board&pipeline=${pipeline.data.id}`;
    for (const path of ["/me", `/records/${object}`, board]) {
      await open(page, path);
      const found = await fits(page, path);
      if (found.length > 0) faults[path] = [...found, ...(await tooWide(page))];
    }
    expect(faults).toEqual({});
    const columns = await page
      .locator('[data-part="board-column"]')
      .evaluateAll((all) => all.map((one) => [one.clientWidth, one.scrollWidth - one.clientWidth] as const));
    expect(columns.length).toBeGreaterThan(0);
    for (const [wide, over] of columns) expect([wide <= width, over], String(wide)).toEqual([true, 0]);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill(`Zzyzx${width}`);
    const found = page
      .getByRole("option")
      .filter({ hasText: `Zzyzx${width}` })
      .locator('[data-part="name"]')
      .first();
    await found.waitFor();
    expect((await found.boundingBox())?.width ?? 0, "the name of what is found is read").toBeGreaterThan(150);
  },
);

test("on a phone the bar below leads everywhere", async () => {
  const { page } = await enter(program.url, { width: 390, language: "zh-CN" });
  await page.goto("/");
  const bar = page.getByRole("navigation");
  await bar.getByText("商机").tap();
  await page.getByRole("heading", { level: 1, name: /商机/ }).waitFor();
  await bar.getByText("我的").tap();
  await page.getByText("退出", { exact: true }).waitFor();
});

async function serious(page: Page): Promise<readonly string[]> {
  // Pages are changed within the loaded program: what is there stays.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; impact: string; nodes: { html: string; target: string[] }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, nodes }) =>
          `${id} (${nodes.length}): ${nodes[0]?.target.join(" ")} ${nodes[0]?.html.slice(0, 160)}`,
      );
  });
}
