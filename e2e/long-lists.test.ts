import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter } from "./support/window.ts";

const COUNT = 150;
let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  const account = await api.make("account", { name: "Wide Waters" });
  const deals = Array.from({ length: COUNT }, (_, place) => ({
    op: "create",
    object: "opportunity",
    values: {
      name: nameOf(place + 1),
      account,
      amount: { amount: String((place + 1) * 1000), currency: "CNY" },
    },
  }));
  await api.call("POST", "/batch", { operations: deals.slice(0, 100) });
  await api.call("POST", "/batch", { operations: deals.slice(100) });
});
afterAll(() => program.stop());

const nameOf = (number: number): string => `Deal ${String(number).padStart(3, "0")}`;
const LIST = "/records/opportunity?scene=all&view=list&sort=name";
const BOARD = "/records/opportunity?scene=all&view=board";
const row = (page: Page, number: number) =>
  page.locator('[data-part="grid-row"]').filter({ hasText: nameOf(number) });

interface Spot {
  readonly top: number;
  readonly bottom: number;
}
const spotsOf = (all: Locator): Promise<Spot[]> =>
  all.evaluateAll((found) =>
    found
      .map((one) => one.getBoundingClientRect())
      .map(({ top, bottom }) => ({ top, bottom }))
      .toSorted((one, other) => one.top - other.top),
  );
/** Of neighbours, how far the next begins behind the end of the one before. */
const gapsOf = async (all: Locator): Promise<number[]> => {
  const spots = await spotsOf(all);
  return spots.slice(1).map(({ top }, place) => Math.round(top - (spots[place]?.bottom ?? 0)));
};
const heightsOf = async (all: Locator): Promise<ReadonlySet<number>> =>
  new Set((await spotsOf(all)).map(({ top, bottom }) => bottom - top));
const scrollToEnd = (box: Locator): Promise<void> =>
  box.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });

test("of a long list only the rows around those in sight are drawn; keys, selection and the head stay", async () => {
  const { page } = await enter(program.url);
  await page.goto(LIST);
  await row(page, 1).waitFor();
  const grid = page.getByRole("grid");
  expect(await page.locator('[data-part="grid-row"]').count()).toBeLessThan(60);
  await row(page, 2).getByRole("checkbox").check();
  await grid.focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("PageDown");
  const active = grid.locator("[data-active]");
  await expect.poll(() => active.count()).toBe(1);
  await expect.poll(() => grid.evaluate((box) => box.scrollTop)).toBeGreaterThan(500);
  await row(page, 2).waitFor({ state: "detached" });
  const head = await grid.locator('[data-part="grid-head"]').boundingBox();
  const box = await grid.boundingBox();
  expect(head?.y).toBe(box?.y);
  const [top, bottom] = [(head?.y ?? 0) + (head?.height ?? 0), (box?.y ?? 0) + (box?.height ?? 0)];
  await expect
    .poll(async () => {
      const { y } = (await active.boundingBox()) ?? { y: 0 };
      return y >= top && y + 35 <= bottom;
    })
    .toBe(true);
  await expect
    .poll(async () => {
      await scrollToEnd(grid);
      return row(page, COUNT).count();
    })
    .toBe(1);
  expect(await page.locator('[data-part="grid-row"]').count()).toBeLessThan(60);
  await expect
    .poll(async () => new Set(await gapsOf(page.locator('[data-part="grid-row"]'))))
    .toEqual(new Set([0]));
  await grid.evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect.poll(() => row(page, 2).getByRole("checkbox").isChecked()).toBe(true);
  await page.getByRole("toolbar", { name: "1 selected" }).waitFor();
});

test("a column of a board draws the cards around those in sight, each as high as it is", async () => {
  const { page } = await enter(program.url);
  await page.goto(BOARD);
  const cards = page.locator('[data-part="board-place"]');
  await cards.first().waitFor();
  const drawn = await cards.count();
  expect(drawn).toBeLessThan(30);
  await expect.poll(async () => (await heightsOf(cards)).size).toBe(1);
  await expect.poll(async () => new Set(await gapsOf(cards))).toEqual(new Set([0]));
  // As a card is that holds more: those below make room.
  await page.addStyleTag({
    content: '[data-part="board-place"]:nth-child(2) article { padding-bottom: 60px; }',
  });
  await expect
    .poll(async () => (await spotsOf(cards)).some(({ top, bottom }) => bottom - top > 150))
    .toBe(true);
  await expect.poll(async () => new Set(await gapsOf(cards))).toEqual(new Set([0]));
  const column = page
    .locator('[data-part="board-cards"]')
    .filter({ has: page.locator('[data-part="board-place"]') });
  await expect
    .poll(async () => {
      await scrollToEnd(column);
      return cards.filter({ hasText: nameOf(1) }).count();
    })
    .toBe(1);
  expect(await cards.count()).toBeLessThan(30);
  const last = cards.filter({ hasText: nameOf(1) }).locator('[data-part="board-handle"]');
  await last.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toMatch(/open=/);
});

test("on a phone the list is of rows that are as high as they are", async () => {
  const { page } = await enter(program.url, { width: 390 });
  await page.goto(LIST);
  const rows = page.locator('[data-part="card-row"]');
  await rows.first().waitFor();
  expect(await rows.count()).toBeLessThan(60);
  await expect.poll(async () => (await heightsOf(rows)).size).toBe(1);
  await page.addStyleTag({
    content: '[data-part="card-row"]:nth-child(3) { padding-bottom: 90px !important; }',
  });
  await expect
    .poll(async () => (await spotsOf(rows)).some(({ top, bottom }) => bottom - top > 100))
    .toBe(true);
  await expect.poll(async () => new Set(await gapsOf(rows))).toEqual(new Set([0]));
  await expect
    .poll(async () => {
      await scrollToEnd(page.locator('[data-part="cards"]'));
      return rows.filter({ hasText: nameOf(COUNT) }).count();
    })
    .toBe(1);
});
