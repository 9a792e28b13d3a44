import { expect, it } from "vitest";
import type { Transition } from "../shared/moves.contract.ts";
import { nextOf } from "./next-stage.ts";

const stage = (to: string, type: Transition["type"], order: number, current = false): Transition => ({
  to,
  label: { "zh-CN": to, en: to },
  type,
  order,
  allowed: true,
  unmet: [],
  layers: [],
  ...(current ? { current } : {}),
});
const path = (at: string) =>
  [stage("a", "open", 1), stage("b", "open", 2), stage("won", "won", 3), stage("lost", "lost", 4)].map(
    (one) => (one.to === at ? { ...one, current: true } : one),
  );

it("an open stage leads to the next open one, the last to the win", () => {
  expect(nextOf(path("a"))?.to).toBe("b");
  expect(nextOf(path("b"))?.to).toBe("won");
});

it("a win that stands before the open stages is still the end", () => {
  const early = [stage("won", "won", 0), stage("a", "open", 1, true)];
  expect(nextOf(early)?.to).toBe("won");
});

it("what is closed, and what stands nowhere, has no next stage", () => {
  expect(nextOf(path("won"))).toBeUndefined();
  expect(nextOf(path("lost"))).toBeUndefined();
  expect(nextOf(path("nowhere"))).toBeUndefined();
  expect(nextOf([])).toBeUndefined();
});
