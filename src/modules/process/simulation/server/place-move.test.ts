import { describe, expect, it } from "vitest";
import { from, life, made, on } from "../../../../testing/gates/past.ts";
import { asMade, placeMove } from "./place-move.ts";
import type { Life } from "./versions.ts";

const evidence = (_life: Life, index: number) => ({ list: { seen: index } });
const place = (move = made(), of: Life | undefined = life) => placeMove("stage", move, of, evidence);

describe("the version that a move wrote", () => {
  it("is the one that entered the stage at that very moment", () => {
    const placed = place();
    expect(placed?.after.number).toBe(9);
    expect(placed?.enteredAt).toBe("2026-11-02T02:00:00Z");
    expect(placed?.evidence).toEqual({ list: { seen: 2 } });
  });

  it("is found by when the stage was entered, though the database's clock ran behind", () => {
    const late: Life = [
      ...life.slice(0, 2),
      from(10, null, { stage: "b", stage_entered_at: "2026-11-09T02:00:00.000000Z" }),
    ];
    expect(place(made(), late)?.after.number).toBe(10);
  });

  it("else the first one that stands in the stage and lasts beyond that moment", () => {
    const untold: Life = [
      from(2, 9, { stage: "a" }),
      from(9, 12, { stage: "b" }),
      from(12, null, { stage: "b" }),
    ];
    expect(place(made({ at: "2026-11-10T02:00:00Z" }), untold)?.after.number).toBe(9);
    expect(place(made({ at: "2026-11-12T02:00:00Z" }), untold)?.after.number).toBe(12);
  });

  it("a record that was created there had stood nowhere", () => {
    expect(place(made({ from: null }))?.enteredAt).toBeNull();
  });

  it("of a record whose past is gone there is none, nor of a stage it never stood in", () => {
    expect(placeMove("stage", made(), undefined, evidence)).toBeNull();
    expect(place(made({ to: "c" }))).toBeNull();
  });
});

it("a move is judged by what it wrote, as of when it was made", () => {
  const placed = place();
  expect(placed && asMade(placed)).toMatchObject({
    seen: on(9),
    now: on(9),
    record: { stage: "b", amount: "5" },
  });
});
