import { expect, test } from "vitest";
import { createIntent } from "./intent.ts";

test("a double click sends once", async () => {
  const intent = createIntent();
  const keys: string[] = [];
  const send = async (key: string) => {
    keys.push(key);
    await Promise.resolve();
    return keys.length;
  };
  const answers = await Promise.all([intent.run({ a: 1 }, send), intent.run({ a: 1 }, send)]);
  expect(answers).toEqual([1, 1]);
});

test("a repeat after a failure keeps its key; another body, and the same body after success, get new ones", async () => {
  const intent = createIntent();
  const keys: string[] = [];
  const fail = async (key: string) => {
    keys.push(key);
    throw new Error("lost");
  };
  const pass = async (key: string) => void keys.push(key);
  await expect(intent.run({ a: 1 }, fail)).rejects.toThrow("lost");
  await intent.run({ a: 1 }, pass);
  await intent.run({ a: 1 }, pass);
  await intent.run({ a: 2 }, pass);
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});
