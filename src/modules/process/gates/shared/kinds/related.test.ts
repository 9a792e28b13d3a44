import { describe, expect, it } from "vitest";
import { unmet } from "../../../../../testing/gates/gate-world.ts";

describe("related records", () => {
  const one = (more: object, k: number) =>
    unmet({ id: "k", kind: "related", object: "activity", ...more }, { facts: { k } }).map(
      ({ code, fix }) => [code, fix?.action],
    );
  it.each([
    [{}, 0, [["related_missing", "create_related"]]],
    [{}, 1, []],
    [{ max: 2 }, 0, []],
    [{ max: 2 }, 2, []],
    [{ max: 2 }, 3, [["related_too_many", "none"]]],
    [{ min: 2, max: 2 }, 1, [["related_missing", "create_related"]]],
  ])("%o with %i: %o", (bounds, have, expected) => expect(one(bounds, have)).toEqual(expected));
});
