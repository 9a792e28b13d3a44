import { expect, it } from "vitest";
import { unmet } from "../../../../../testing/gates/gate-world.ts";

it("of a kind that nobody brings any more nobody can say that it is met", () => {
  expect(unmet({ id: "k", kind: "rentals.deposit", settings: {} })).toMatchObject([
    { code: "unknown_kind", fix: { action: "none" } },
  ]);
});
