import { expect, test } from "vitest";
import { brandOf, compareCompanies, companyKeysOf, isOneApart } from "./compare-companies.ts";

const compared = (a: string, b: string) => {
  const [one, other] = [companyKeysOf(a), companyKeysOf(b)];
  const found = compareCompanies(one, other);
  // Which of the two is asked about makes no difference.
  expect(compareCompanies(other, one)).toEqual(found);
  return found && `${found.why} ${found.score}`;
};

test.each([
  ["the same", "苏州恒润精密机械有限公司", "苏州恒润精密机械有限公司", "same_name 1"],
  ["in the other script", "蘇州恆潤精密機械有限公司", "苏州恒润精密机械有限公司", "same_name 1"],
  ["in other width and case", "ABC Valves Ltd", "ＡＢＣ　valves ltd", "same_name 1"],
  ["another legal form", "苏州恒润精密机械有限公司", "苏州恒润精密机械有限责任公司", "same_core 0.95"],
  [
    "the place elsewhere in the name",
    "苏州恒润精密机械有限公司",
    "恒润精密机械（苏州）有限公司",
    "same_core 0.95",
  ],
  ["without the place", "恒润精密机械有限公司", "苏州恒润精密机械有限公司", "same_core 0.95"],
  ["the same sound", "苏州恒润精密机械有限公司", "苏州恒闰精密机械有限公司", "sounds_same 0.9"],
  ["a short form with its place", "苏州恒润", "苏州恒润精密机械有限公司", "short_form 0.88"],
  ["a short form alone", "恒润", "苏州恒润精密机械有限公司", "short_form 0.7"],
  ["a group and its member", "恒润集团有限公司", "恒润精密机械有限公司", "same_group 0.7"],
  ["one character of the name proper", "远景水务科技有限公司", "远境水务科技有限公司", "sounds_same 0.9"],
])("%s", (_, a, b, likeness) => expect(compared(a, b)).toBe(likeness));

test.each([
  ["the same name in two cities is two companies", "苏州恒润精密机械有限公司", "无锡恒润精密机械有限公司"],
  ["another name of the same trade", "苏州恒润精密机械有限公司", "苏州瑞丰精密机械有限公司"],
  ["a name of one character says nothing", "润", "润泽"],
  ["two short names that share nothing", "恒润", "瑞丰"],
])("%s", (_, a, b) => expect(compared(a, b)).toBeNull());

test("a city within its province is one place, the nation is none", () => {
  expect(companyKeysOf("苏州市恒润有限公司").region).toBe(companyKeysOf("苏州恒润有限公司").region);
  expect(companyKeysOf("中国恒润有限公司").region).toBe("");
});

test("what companies of a trade share is no part of the name proper, unless nothing else would be left", () => {
  expect(["恒润精密机械", "恒润科技", "精密机械", "恒润"].map(brandOf)).toEqual([
    "恒润",
    "恒润",
    "精密机械",
    "恒润",
  ]);
});

test.each([
  ["恒润机械", "恒润机器", true],
  ["恒润机械", "恒润机", true],
  ["恒润机械", "新恒润机械", true],
  ["恒润机械", "恒润机械", true],
  ["恒润机械", "恒丰机器", false],
  ["恒润机械", "恒机", false],
  ["", "一", true],
])("%s and %s are one character apart: %s", (a, b, apart) => expect(isOneApart(a, b)).toBe(apart));
