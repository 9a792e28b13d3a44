import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { idNo, PIPELINE } from "../../../../../testing/screens/world.ts";
import { both, stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { type ExceptionRow, listExceptions } from "../../shared/gate-reports.contract.ts";
import { ExceptionsTable } from "./ExceptionsTable.tsx";

const stages = [
  stage("a", 1, {
    label: both("Talks"),
    exit: [{ id: "k", kind: "fields", fields: [], message: both("Name the amount") }],
  }),
  stage("b", 2, { label: both("Offer") }),
];

const rowsOf = async (name: string) =>
  within(await screen.findByRole("table", { name }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

const exception: ExceptionRow = {
  record: idNo(20),
  object: "opportunity",
  title: "Flow meters",
  stage: "a",
  criterion: "k",
  until: "2026-12-04",
  granted_at: "2026-11-28T02:00:00Z",
  granted_by_name: "Li Na",
  reason: "Auditor is ill",
  is_over: false,
};

it("exceptions say which criterion, until when, and that they are over", async () => {
  const gone = {
    ...exception,
    record: idNo(21),
    stage: null,
    criterion: "old",
    is_over: true,
    granted_by_name: null,
  };
  answers(listExceptions, { data: [exception, gone] });
  show(<ExceptionsTable pipeline={PIPELINE} stages={stages} />);
  expect(await rowsOf("Exceptions with an end date")).toEqual([
    ["Flow meters", "Talks", "Name the amount", "2026-12-04 ", "Li Na", "Auditor is ill"],
    ["Flow meters", "–", "old", "2026-12-04 Ended", "–", "Auditor is ill"],
  ]);
});

it("none is said, a failure is told", async () => {
  answers(listExceptions, { data: [] });
  show(<ExceptionsTable pipeline={PIPELINE} stages={stages} />);
  expect(await screen.findByText("No exceptions with an end date")).toBeTruthy();
});
