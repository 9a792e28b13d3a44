import { expect, it } from "vitest";
import { type Movement, MOVEMENTS } from "../shared/movement.contract.ts";
import { signOf, stepsOf } from "./waterfall.ts";

const figure = (count: number, amount: string) => ({ count, amount: { amount, currency: "CNY" } });
const movement = {
  ...Object.fromEntries(MOVEMENTS.map((name) => [name, figure(0, "0")])),
  start: figure(10, "1000"),
  new: figure(4, "400"),
  increased: figure(2, "150"),
  decreased: figure(1, "50"),
  won: figure(3, "300"),
  end: figure(11, "1200"),
} as unknown as Movement;
const step = (name: string, measure: "amount" | "count" = "amount") => {
  const found = stepsOf(movement, measure).find((one) => one.name === name);
  return found && [found.from, found.length];
};

it("each bar begins where the one before ended; what leaves hangs from it", () => {
  expect(step("start")).toEqual([0, 1000]);
  expect(step("new")).toEqual([1000, 400]);
  expect(step("won")?.[1]).toBe(300);
  expect(step("end")).toEqual([0, 1200]);
});

it("a bar of what became less lies under the level before it", () => {
  const bars = stepsOf(movement, "amount");
  const at = bars.findIndex(({ name }) => name === "decreased");
  const before = bars.slice(0, at).reduce((level, { name, length }) => {
    if (name === "start") return length;
    return signOf(name) === "−" ? level - length : level + length;
  }, 0);
  expect(bars[at]?.from).toBe(before - 50);
});

it("counts do not change where only an amount did", () => {
  expect(step("increased", "count")?.[1]).toBe(0);
  expect(step("new", "count")).toEqual([10, 4]);
});

it("sums have no sign, what leaves has a minus", () => {
  expect([signOf("start"), signOf("end")]).toEqual(["", ""]);
  expect([signOf("new"), signOf("won")]).toEqual(["+", "−"]);
});
