import { expect, it } from "vitest";
import { BoundedCache } from "./bounded-cache.ts";

const filled = (most: number, ...keys: readonly string[]) => {
  const cache = new BoundedCache<string>(most);
  for (const key of keys) cache.set(key, key.toUpperCase());
  return cache;
};

it("forgets what came first once it is full", () => {
  const cache = filled(2, "a", "b", "c");
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual([undefined, "B", "C"]);
});

it("keeps what was asked for, although it came first", () => {
  const cache = filled(2, "a", "b");
  cache.get("a");
  cache.set("c", "C");
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["A", undefined, "C"]);
});

it("keeps what was set again, with what was set last", () => {
  const cache = filled(2, "a", "b");
  cache.set("a", "anew");
  cache.set("c", "C");
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["anew", undefined, "C"]);
});

it("asking for what is not there puts nothing in anybody's place", () => {
  const cache = filled(1, "a");
  expect(cache.get("b")).toBeUndefined();
  expect(cache.get("a")).toBe("A");
});
