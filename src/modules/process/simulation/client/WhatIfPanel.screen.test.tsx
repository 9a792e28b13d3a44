import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { daysBetween } from "../../../../shared/time/dates.ts";
import { readPipeline } from "../../../../shared/wire/pipelines.contract.ts";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, NO_NETWORK, Otherwise, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, PIPELINE, salesPipeline } from "../../../../testing/screens/world.ts";
import { readSimulation, simulatePipeline } from "../shared/simulation.contract.ts";
import { replayed } from "../../../../testing/screens/replayed.ts";
import { WhatIfPanel } from "./WhatIfPanel.tsx";

function open(isEdited = false) {
  const onFault = vi.fn();
  return { user: show(<WhatIfPanel id={PIPELINE} isEdited={isEdited} onFault={onFault} />), onFault };
}
const run = () => screen.findByRole("button", { name: /Run what-if/ });

it("says what is replayed: the draft as it is saved, or the rules of now", async () => {
  open();
  expect(await screen.findByText(/so the current rules are checked/)).toBeTruthy();
});

it("unsaved changes are not in it", async () => {
  open(true);
  expect(await screen.findByText(/the what-if uses the saved draft/)).toBeTruthy();
});

it("a draft needs no remark", async () => {
  answers(readPipeline, { data: { ...salesPipeline, has_draft: true } });
  open();
  await run();
  await expect.poll(() => screen.queryByText(/current rules are checked|saved draft/)).toBeNull();
});

it("the period is the last ninety days, unless another is chosen", async () => {
  const sent = answers(simulatePipeline, { data: replayed({ moves: 0 }) });
  const { user } = open();
  await user.dblClick(await run());
  expect(await screen.findByText("No moves in this period")).toBeTruthy();
  await user.click(screen.getByText("Last 30 days"));
  await user.click(await run());
  await expect.poll(() => sent.map(({ body }) => daysBetween(body.from, body.to) + 1)).toEqual([90, 30]);
});

it("a replay of many moves is waited for", async () => {
  answers(simulatePipeline, new Otherwise(202, { id: idNo(50) }));
  const asked = answers(
    readSimulation,
    inTurn({ status: "running", data: null } as const, { status: "done", data: replayed() } as const),
  );
  const { user } = open();
  await user.click(await run());
  expect(await screen.findByText(/is running in the background/)).toBeTruthy();
  expect(await screen.findByText(/^Would block/)).toBeTruthy();
  expect(asked.map(({ params }) => params.run)).toEqual([idNo(50), idNo(50)]);
});

it("one that failed says so", async () => {
  answers(simulatePipeline, new Otherwise(202, { id: idNo(50) }));
  answers(readSimulation, { status: "failed", data: null });
  const { user } = open();
  await user.click(await run());
  expect(await screen.findByText("The what-if did not finish. Try again.")).toBeTruthy();
});

it("a lost connection is told as one", async () => {
  answers(simulatePipeline, NO_NETWORK);
  const { user } = open();
  await user.click(await run());
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.queryByText("The what-if did not finish. Try again.")).toBeNull();
});

it("a draft with faults is not replayed: each leads to its place", async () => {
  const errors = [{ code: "bad", field: "stages.needs.entry.x", message: "Unknown field" }];
  answers(simulatePipeline, refusal(422, "bad_definition", { errors }));
  const { user, onFault } = open();
  await user.click(await run());
  await user.click(await screen.findByRole("button", { name: "Unknown field" }));
  expect(onFault).toHaveBeenCalledWith(errors[0]);
});
