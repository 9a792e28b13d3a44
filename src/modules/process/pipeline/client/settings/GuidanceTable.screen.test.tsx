import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { LI_NA, PIPELINE } from "../../../../../testing/screens/world.ts";
import { countOpened, type OpenedRow } from "../../shared/guidance.contract.ts";
import { both, stage } from "../../shared/sample-pipeline.fixture.ts";
import { GuidanceTable } from "./GuidanceTable.tsx";

const url = "https://example.com/price";
const stages = [
  stage("talks", 1, { label: both("Talks"), guidance: { links: [{ label: both("Prices"), url }] } }),
];
const row = (more: Partial<OpenedRow>): OpenedRow => ({
  person: LI_NA,
  name: "Li Na",
  stage: "talks",
  link: null,
  opened: 3,
  last_at: "2026-11-28T02:00:00Z",
  ...more,
});
async function cellsOf(...rows: OpenedRow[]) {
  answers(countOpened, { data: rows });
  show(<GuidanceTable pipeline={PIPELINE} stages={stages} />);
  const lines = (await screen.findAllByRole("row")).slice(1);
  return lines.map((line) => [...line.querySelectorAll("td")].slice(0, 4).map((cell) => cell.textContent));
}

it("says who opened what how often: the panel, a link by its title, an old one by its address", async () => {
  const old = "https://example.com/old";
  expect(
    await cellsOf(row({}), row({ link: url, opened: 1 }), row({ link: old, name: null, person: null })),
  ).toEqual([
    ["Talks", "Guidance panel", "Li Na", "3"],
    ["Talks", "Prices", "Li Na", "1"],
    ["Talks", old, "–", "3"],
  ]);
});

it("a stage that is no more is called by its name", async () => {
  expect(await cellsOf(row({ stage: "gone" }))).toEqual([["gone", "Guidance panel", "Li Na", "3"]]);
});

it("nobody yet is said, a failure is told", async () => {
  answers(countOpened, { data: [] });
  show(<GuidanceTable pipeline={PIPELINE} stages={stages} />);
  expect(await screen.findByText("No one has opened any guidance yet")).toBeTruthy();
});

it("what cannot be read is told", async () => {
  answers(countOpened, refusal(404, "not_found"));
  show(<GuidanceTable pipeline={PIPELINE} stages={stages} />);
  expect(await screen.findByRole("alert")).toBeTruthy();
});
