import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { PIPELINE } from "../../../../../testing/screens/world.ts";
import { type Impact, readImpact } from "../../shared/gate-reports.contract.ts";
import { Impact as ImpactList } from "./Impact.tsx";

const impact: Impact = { records: 8, open: 1, removed: [], judged: 0, failing: 0, failing_now: null };

it("a publication concerns so many records; what is not judged is not told", async () => {
  answers(readImpact, impact);
  show(<ImpactList id={PIPELINE} />);
  expect(await screen.findByText("8 records, 1 of them open")).toBeTruthy();
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
});

it("those of removed stages have to move, and some could not go on", async () => {
  const removed = [{ stage: "needs", records: 3 }];
  const asked = answers(readImpact, { ...impact, removed, judged: 6, failing: 2, failing_now: 1 });
  show(<ImpactList id={PIPELINE} version={4} />);
  expect(await screen.findByText("3 in “Needs analysis” have to be moved")).toBeTruthy();
  expect(
    screen.getByText("Of 6 open records, 2 could not move to the next stage (currently 1)"),
  ).toBeTruthy();
  expect(asked[0]?.query).toEqual({ version: "4" });
});

it("an impact that cannot be told keeps nobody from publishing, but is said", async () => {
  answers(readImpact, refusal(404, "not_found"));
  show(<ImpactList id={PIPELINE} />);
  expect(await screen.findByRole("alert")).toBeTruthy();
});
