import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords } from "../../../../shared/wire/records.contract.ts";
import { keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { listApprovals } from "../../../process/approvals/shared/approval.contract.ts";

/** A home page for who has so many open deals, leads who have so many, and sees so many. */
function open([mine, team, all]: readonly [number, number, number], showing: Showing = {}) {
  keeps("task", []);
  const deals = keeps("opportunity", []);
  answers(listApprovals, { data: [] });
  answers(aggregateRecords, ({ params, body }) => {
    if (body.group_by) return { groups: [] };
    const filter = body.filter ?? "";
    const isTeam = filter.includes("mysubtree");
    const count = params.object === "task" ? 0 : isTeam ? team : filter.includes("me()") ? mine : all;
    return { groups: [{ key: {}, values: [count] }] };
  });
  showPage("/", showing);
  return deals;
}
const offered = () => screen.findAllByRole<HTMLInputElement>("radio");
const chosen = async () => (await offered()).find(({ checked }) => checked)?.closest("label");

it("who has deals sees theirs; others' are offered only where there are more", async () => {
  open([3, 0, 3]);
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
  expect(screen.queryAllByRole("radio")).toEqual([]);
});

it("who has none of their own sees the nearest in which anything is open", async () => {
  open([0, 0, 9]);
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect((await offered()).length).toBe(2);
});

it("what was chosen before holds as long as it is offered", async () => {
  open([3, 0, 9], { me: { preferences: { home_scope: "all" } } });
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect(await chosen()).toBeTruthy();
});

it("what is offered no more is not shown for having been chosen", async () => {
  open([3, 0, 3], { me: { preferences: { home_scope: "all" } } });
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
});

it("who has neither tasks nor deals is told whom to ask", async () => {
  answers(listApprovals, { data: [] });
  showPage("/", { objects: ["product"] });
  expect(await screen.findByText("You don’t have access to anything yet")).toBeTruthy();
});
