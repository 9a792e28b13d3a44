import { describe, expect, it } from "vitest";
import { readItem } from "./gate-refusal.ts";

describe("a refusal as the gate shows it", () => {
  const item = { code: "required", message: "m" };
  it("keeps the help that the dialog knows", () => {
    expect(readItem({ ...item, fix: { action: "fill", fields: ["a"] } })).toEqual({
      ...item,
      fix: { action: "fill", fields: ["a"] },
    });
  });
  it("what a module of its own shows to meet it stays with it", () => {
    expect(readItem({ ...item, fix: { action: "supply" } }).fix).toEqual({ action: "supply" });
  });
  it("help of another kind is none", () => {
    expect(readItem({ ...item, fix: { action: "phone" } })).toEqual(item);
    expect(readItem({ ...item, fix: "fill" })).toEqual(item);
    expect(readItem(item)).toEqual(item);
  });
});
