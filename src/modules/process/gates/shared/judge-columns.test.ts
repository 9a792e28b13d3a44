import { describe, expect, it } from "vitest";
import { answered } from "../../../../testing/gates/answered-move.ts";
import { columnState, judgeColumns, shuttingFirst } from "./judge-columns.ts";

describe("the columns of a board for a card", () => {
  const { to: _to, supplied: _supplied, found: _found, ...judging } = answered();
  it("every stage that the server listed, but the one it stands in", () => {
    const columns = judgeColumns(judging, [
      { to: "a", unmet: [] },
      { to: "b", unmet: [] },
      { to: "nowhere", unmet: [] },
    ]);
    expect([...columns.keys()]).toEqual(["b"]);
  });
  it("the card's own values of today count, facts are those of then", () => {
    const record = { stage: "a", amount: "20", next_step: "call" };
    const columns = judgeColumns({ ...judging, record }, [{ to: "b", unmet: [] }]);
    expect(columns.get("b")?.map(({ criterion }) => criterion)).toEqual(["l"]);
  });
  const fill = { fix: { action: "fill" } } as const;
  const wait = { fix: { action: "wait" } } as const;
  it("a column asks for what can be given in the dialog, and is shut by what cannot", () => {
    expect(columnState(true, [])).toBe("open");
    expect(columnState(true, [fill])).toBe("asks");
    expect(columnState(true, [fill, wait])).toBe("shut");
    expect(columnState(true, [{}])).toBe("shut");
    expect(columnState(true, [{ fix: { action: "none" } }])).toBe("shut");
    expect(columnState(false, [])).toBe("shut");
  });
  it("what shuts it is told first, the rest in its order", () => {
    const other = { fix: { action: "tick" } } as const;
    expect(shuttingFirst([fill, wait, other])).toEqual([wait, fill, other]);
  });
});
