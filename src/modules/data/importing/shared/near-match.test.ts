import { expect, test } from "vitest";
import { editDistance, nearMatches, nearness, soundOf } from "./near-match.ts";

test("edits are insertions, deletions, replacements and swapped neighbours", () => {
  expect(editDistance("acme", "acme", 3)).toBe(0);
  expect(editDistance("acme", "acmes", 3)).toBe(1);
  expect(editDistance("acme", "cme", 3)).toBe(1);
  expect(editDistance("acme", "acne", 3)).toBe(1);
  expect(editDistance("acme", "amce", 3)).toBe(1);
  expect(editDistance("kitten", "sitting", 3)).toBe(3);
});
test("beyond the limit it is not counted on", () => {
  expect(editDistance("kitten", "sitting", 2)).toBe(3);
  expect(editDistance("a", "abcdef", 2)).toBe(3);
  expect(editDistance("", "ab", 2)).toBe(2);
});

test.each([
  ["GTX-Pro", "gtx pro", 0],
  ["远景水务", "远境水务", 0],
  ["Henrun", "Hernun", 1],
  ["苏州恒润", "苏州恒润精密机械有限公司", 4],
  ["Vision Water", "Vision Water Ltd", 4],
  ["abc", "abd", null],
  ["张三", "李四", null],
  ["", "Acme", null],
  ["--", "Acme", null],
])("%s and %s are %s apart", (a, b, apart) => expect(nearness(a, b)).toBe(apart));

test("short names allow no edit, longer ones more", () => {
  expect(nearness("abcd", "abce")).toBe(1);
  expect(nearness("abcdefg", "abxxefg")).toBe(2);
  expect(nearness("abcdef", "abxxef")).toBeNull();
});

test("names that sound alike are spelled alike", () => {
  expect(soundOf("捷达")).toBe(soundOf("杰达"));
  expect(soundOf("GTX Pro")).toBe("gtxpro");
});

test("the nearest come first, those as near by their name, and no more than asked for", () => {
  const names = ["Acme B", "Acme A", "Acmes", "Acme", "Zenith"].map((title) => ({ id: title, title }));
  expect(nearMatches("acme", names).map(({ title }) => title)).toEqual(["Acme", "Acme A", "Acme B", "Acmes"]);
  expect(nearMatches("acme", names, 2).map(({ title }) => title)).toEqual(["Acme", "Acme A"]);
  expect(nearMatches("nobody", names)).toEqual([]);
});
