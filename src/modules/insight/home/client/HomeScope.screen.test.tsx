import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { listRecords } from "../../../../shared/wire/records.contract.ts";
import { showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { listApprovals } from "../../../process/approvals/shared/approval.contract.ts";
import { homeDeals } from "../../../../testing/screens/home-deals.ts";
// Here already: what a test is done with may still be on its way to these.
import "../../../process/approvals/client/ApprovalsToday.tsx";
import "./DealList.tsx";
import "./DealsByStage.tsx";
import "./MoneyStrip.tsx";
import "./day/Day.tsx";

interface There {
  readonly mine: boolean;
  readonly team: boolean;
  readonly others: boolean;
}
/** A home page for who has open deals, whose team has, and who sees some of others. */
function open({ mine, team, others }: There, showing: Showing = {}) {
  answers(listApprovals, { data: [] });
  answers(listRecords, ({ params, query }) => {
    const filter = query.filter ?? "";
    const isThere = filter.includes("!(department")
      ? others
      : filter.includes("owner != me()")
        ? team
        : mine && params.object === "opportunity";
    const data = query.fields === "id" && isThere ? [{ id: idNo(70) }] : [];
    return { data, page: { next: null }, total: data.length };
  });
  const asked = homeDeals();
  showPage("/", showing);
  return asked;
}
const offered = () => screen.findAllByRole<HTMLInputElement>("radio");
const chosen = async () => (await offered()).find(({ checked }) => checked)?.closest("label")?.textContent;
const words = async () => (await offered()).map((one) => one.closest("label")?.textContent);

it("who has deals sees theirs; others' are offered only where there are some", async () => {
  const asked = open({ mine: true, team: false, others: false });
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
  expect(screen.queryAllByRole("radio")).toEqual([]);
  expect(asked.map(({ query }) => query.whose)).toEqual(["mine"]);
});

it("who has none of their own sees the nearest in which anything is open", async () => {
  open({ mine: false, team: true, others: true });
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect(await words()).toEqual(["Mine", "Team", "All"]);
  expect(await chosen()).toBe("Team");
});

it("what was chosen before holds as long as it is offered", async () => {
  const asked = open(
    { mine: true, team: false, others: true },
    { me: { preferences: { home_scope: "all" } } },
  );
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect(await chosen()).toBe("All");
  expect(asked.map(({ query }) => query.whose)).toEqual(["all"]);
});

it("what is offered no more is not shown for having been chosen", async () => {
  open({ mine: true, team: false, others: false }, { me: { preferences: { home_scope: "all" } } });
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
});

it("who has neither tasks nor deals is told whom to ask", async () => {
  answers(listApprovals, { data: [] });
  showPage("/", { objects: ["product"] });
  expect(await screen.findByText("You don’t have access to anything yet")).toBeTruthy();
});
