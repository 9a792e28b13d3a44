import { afterAll, beforeAll, expect, test, vi } from "vitest";

const SOUND = "../../../../shared/text/pinyin.ts";
let made = 0;
let guessMeant: (typeof import("./guess-meant.ts"))["guessMeant"];
// Loaded anew, so that what it calls is counted, and again after, so that nobody else is.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(SOUND, async (load) => {
    const { pinyinOf } = await load<typeof import("../../../../shared/text/pinyin.ts")>();
    return { pinyinOf: (text: string) => ((made += 1), pinyinOf(text)) };
  });
  ({ guessMeant } = await import("./guess-meant.ts"));
});
afterAll(() => {
  vi.doUnmock(SOUND);
  vi.resetModules();
});

const SIGNS = [..."瑞丰盛洋恒润海天锦江华信德隆永泰"];
const nameAt = (at: number): string =>
  `${SIGNS[at % 16]}${SIGNS[Math.floor(at / 16) % 16]}${SIGNS[(at * 7) % 16]}环保科技有限公司`;

test("each name is spelled by its sound once, however many cells are compared with it", () => {
  const names = Array.from({ length: 256 }, (_, at) => ({ id: String(at), title: nameAt(at) }));
  const cells = Array.from({ length: 40 }, (_, at) => `${nameAt(at).slice(0, 4)}仪表${at}厂`);
  for (const cell of cells) guessMeant(cell, names);
  expect(made).toBeGreaterThanOrEqual(names.length);
  expect(made).toBeLessThanOrEqual(names.length + cells.length);
  expect(guessMeant("瑞丰瑞环保科技有限公司", names)[0]?.title).toContain("环保科技");
});
