import { expect, test } from "vitest";
import { guessMeant } from "./guess-meant.ts";

const named = (...titles: string[]) => titles.map((title) => ({ id: title, title }));
const STAGES = named("初步接洽", "需求分析", "方案演示", "报价", "商务谈判", "赢单", "输单");

test.each([
  ["报价中", STAGES, ["报价"]],
  ["需求/谈判", STAGES, ["需求分析", "商务谈判"]],
  ["方案演示完成", STAGES, ["方案演示"]],
  ["梁红", named("梁红霞", "曹正阳", "王红"), ["梁红霞"]],
  ["远景水务公司", named("远景水务", "东麓水务"), ["远景水务"]],
  ["GTXPro", named("GTX Pro", "GTX Basic"), ["GTX Pro"]],
  ["张三", named("梁红霞"), []],
])("%s most likely means", (cell, candidates, expected) => {
  expect(
    guessMeant(cell, candidates)
      .map(({ title }) => title)
      .slice(0, expected.length || 1),
  ).toEqual(expected);
});
