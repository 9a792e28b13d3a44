import { expect, test } from "vitest";
import { hash, KeySet } from "./key-set.ts";

test("what was put in is found, what was not is not", () => {
  const keys = new KeySet();
  for (let at = 0; at < 10_000; at += 1) keys.add(`name\0company ${at}`);
  expect(keys.has("name\0company 9999")).toBe(true);
  expect(Array.from({ length: 10_000 }, (_, at) => keys.has(`name\0stranger ${at}`)).some(Boolean)).toBe(
    false,
  );
});

test("a hash keeps to what a number holds exactly, and tells texts apart by every sign", () => {
  const hashes = ["", "a", "b", "ab", "ba", "公司", "公司 ", "𠮷"].map(hash);
  expect(hashes.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
  expect(new Set(hashes).size).toBe(hashes.length);
});
