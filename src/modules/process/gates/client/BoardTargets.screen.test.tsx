import { waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { MoveTargets } from "../../../../ui/slots/board.ts";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { listTransitions, type Transition } from "../shared/moves.contract.ts";
import { BoardTargets } from "./BoardTargets.tsx";

const deal = { id: idNo(20), name: "Flow meters", stage: "discovery", pipeline: PIPELINE };
const gate = (to: string, more: Partial<Transition> = {}): Transition => ({
  to,
  label: { en: to },
  type: "open",
  order: 1,
  allowed: true,
  unmet: [],
  layers: [],
  ...more,
});
const fill = {
  code: "required",
  message: "Fill in “Amount”",
  fix: { action: "fill" as const, fields: ["amount"] },
};
const wait = { code: "dwell_too_short", message: "Not before Friday", fix: { action: "wait" as const } };

async function targets(gates: readonly Transition[], role = "administrator") {
  for (const object of ["role", "form"]) keeps(object, []);
  answers(listTransitions, { data: [...gates] });
  const onTargets = vi.fn<(targets: MoveTargets) => void>();
  show(<BoardTargets object={objectInfo("opportunity", role)} record={deal} onTargets={onTargets} />, {
    role,
  });
  await waitFor(() => expect(onTargets.mock.lastCall?.[0].size).toBe(gates.length));
  return Object.fromEntries(onTargets.mock.lastCall?.[0] ?? []);
}

it("a column is open, asks for what can be given on the way, or is shut", async () => {
  const found = await targets([
    gate("discovery", { current: true }),
    gate("needs"),
    gate("proposal", { unmet: [fill] }),
    gate("won", { unmet: [fill, wait] }),
  ]);
  expect(found).toMatchObject({
    needs: { state: "open", reasons: [] },
    proposal: { state: "asks", reasons: ["Fill in “Amount”"] },
    won: { state: "shut", reasons: ["Not before Friday", "Fill in “Amount”"] },
  });
});

it("a record that one may not move is shut everywhere, and says only that", async () => {
  const found = await targets([
    gate("discovery", { current: true, allowed: false }),
    gate("needs", { unmet: [fill] }),
  ]);
  expect(found["needs"]).toEqual({
    state: "shut",
    reasons: ["You do not have permission to move this record"],
  });
});

it("who only reads moves nothing", async () => {
  expect((await targets([gate("needs")], "read_only"))["needs"]).toMatchObject({ state: "shut" });
});
