import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Criterion } from "../../shared/pipeline.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { choose, show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA, salesPipeline } from "../../../../../testing/screens/world.ts";
import { readImpact } from "../../../gates/shared/gate-reports.contract.ts";
import { publishPipeline } from "../../shared/pipeline-changes.contract.ts";
import { listVersions, type VersionRow } from "../../shared/versions.contract.ts";
import { VersionsTable } from "./VersionsTable.tsx";

const { name, object, label, stages, rules } = salesPipeline;
const view: PipelineView = {
  ...salesPipeline,
  version: 3,
  stages: [...stages, { ...stages[0]!, name: "trial", label: { "zh-CN": "试用", en: "Trial" }, order: 9 }],
};
const row = (number: number, definition: Partial<VersionRow["definition"]> = {}): VersionRow => ({
  number,
  created_at: `2026-11-0${number}T02:00:00Z`,
  created_by: LI_NA,
  created_by_name: "Li Na",
  map: null,
  definition: { object, name, label, stages, rules, ...definition },
});
function open(...rows: VersionRow[]) {
  answers(listVersions, { data: rows });
  return show(<VersionsTable pipeline={view} />);
}

it("each version is told by what it changed; the first one by all that it brought", async () => {
  const shorter = stages.filter(({ name: stage }) => stage !== "needs");
  open(row(3, { rules: { ...rules, allow_skip: false } }), row(2), row(1, { stages: shorter }));
  const cards = (await screen.findAllByText(/^Version \d$/)).map(
    (one) => one.closest("section")?.textContent,
  );
  expect(cards[0]).toMatch(/Rule “[^”]+” turned off/);
  expect(cards[0]).not.toContain("added");
  expect(cards[1]).toContain("Stage “Needs analysis” added");
  expect(cards[2]).toContain("Stage “Discovery” added");
  expect(cards[2]).not.toContain("Rule “");
});

it("a criterion that came is told by what it says, one without words by what it asks", async () => {
  const asks = (...entry: Criterion[]) => ({
    stages: stages.map((stage) => (stage.name === "needs" ? { ...stage, entry } : stage)),
  });
  const budget = { id: "b", kind: "fields", fields: ["amount"] } as const;
  const said = { ...budget, message: { en: "Confirm the budget first" } };
  open(row(3, asks(said)), row(2, asks(budget)), row(1, asks()));
  expect(
    await screen.findByText("Needs analysis · Entry criteria: “Confirm the budget first” changed"),
  ).toBeTruthy();
  expect(screen.getByText(/^Needs analysis · Entry criteria: “.*: Amount” added$/)).toBeTruthy();
});

it("what holds now cannot be restored, every other version can", async () => {
  open(row(3), row(2), row(1));
  const cards = (await screen.findAllByText(/^Version \d$/)).map((one) => one.closest("section"));
  const buttons = cards.map((card) => card && within(card).queryByText("Restore version"));
  expect(buttons.map((button) => button !== null)).toEqual([false, true, true]);
});

it("restoring asks where the records of stages go that the older one does not have", async () => {
  answers(readImpact, { records: 3, open: 3, removed: [], judged: 0, failing: 0, failing_now: null });
  const sent = answers(publishPipeline, { data: { ...view, version: 4 }, moved: 1, moving: 0 });
  const user = open(row(3), row(1));
  await user.click(await screen.findByRole("button", { name: "Restore version" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Restore version 1")).toBeTruthy();
  await choose(user, dialog.getByLabelText("Move records in “Trial” to"), "Discovery");
  await user.click(dialog.getByRole("button", { name: "Publish" }));
  expect(await screen.findByText("Version 4 published")).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([{ map: { trial: "discovery" }, version: 1 }]);
});

it("a pipeline that never was published has none", async () => {
  open();
  expect(await screen.findByText("Not published")).toBeTruthy();
});

it("versions that cannot be read are told, with a way to try again", async () => {
  answers(listVersions, refusal(404, "not_found"));
  show(<VersionsTable pipeline={view} />);
  expect(await screen.findByRole("alert")).toBeTruthy();
});
