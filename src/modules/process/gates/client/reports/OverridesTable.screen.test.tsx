import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { idNo, PIPELINE, WANG_WEI } from "../../../../../testing/screens/world.ts";
import { both, stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { type Bypass, countOverrides } from "../../shared/gate-reports.contract.ts";
import { OverridesTable } from "./OverridesTable.tsx";

const stages = [
  stage("a", 1, {
    label: both("Talks"),
    exit: [{ id: "k", kind: "fields", fields: [], message: both("Name the amount") }],
  }),
  stage("b", 2, { label: both("Offer") }),
];

const counts = { moves: 20, overrides: 1, skips: 2, bypasses: 3, refusals: 4, rate: "0.1500" };

const bypass: Bypass = {
  object: "opportunity",
  record: idNo(20),
  title: "Flow meters",
  stage: "b",
  entered_by: WANG_WEI,
  entered_by_name: "Wang Wei",
  entered_at: "2026-11-28T02:00:00Z",
  road: "form",
  reason: "In a hurry",
  unmet: null,
  skipped: ["a", "gone"],
};

const rowsOf = async (name: string) =>
  within(await screen.findByRole("table", { name }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

function openOverrides(data: Bypass[], showing: Showing = {}) {
  const person = { person: WANG_WEI, name: "Wang Wei", ...counts };
  answers(countOverrides, {
    groups: [],
    people: [person, { ...person, person: null, name: null, rate: null }],
    stages: [{ stage: "b", ...counts }],
    data,
  });
  show(<OverridesTable pipeline={PIPELINE} stages={stages} />, showing);
}

it("rates of people and of stages; of who moved nothing there is none", async () => {
  openOverrides([bypass]);
  expect(await rowsOf("By person")).toEqual([
    ["Wang Wei", "20", "1", "2", "15.0%", "4"],
    ["–", "20", "1", "2", "–", "4"],
  ]);
  expect((await rowsOf("By stage"))[0]?.[0]).toBe("Offer");
});

it("each override and skip with its reason, and the stages that it left out", async () => {
  openOverrides([bypass, { ...bypass, record: idNo(21), title: null, reason: null, road: "carrier_pigeon" }]);
  const [known, hidden] = await rowsOf("Latest exceptions and skipped stages");
  expect(known?.at(-1)).toBe("In a hurry · Skipped Talks, gone");
  expect([hidden?.[0], hidden?.[4], hidden?.[5]]).toEqual([
    "A record you don’t have access to",
    "carrier_pigeon",
    "Skipped Talks, gone",
  ]);
  expect(screen.getAllByRole("link")).toHaveLength(1);
});

it("nobody got round a gate: said, beside the rates", async () => {
  openOverrides([]);
  expect(await screen.findByText("No exceptions and no skipped stages")).toBeTruthy();
});

it("nothing moved yet: said instead of them", async () => {
  answers(countOverrides, { groups: [], people: [], stages: [], data: [] });
  show(<OverridesTable pipeline={PIPELINE} stages={stages} />);
  expect(await screen.findByText("No moves yet")).toBeTruthy();
});
