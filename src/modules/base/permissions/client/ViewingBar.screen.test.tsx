import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Me } from "../../../../shared/wire/session.contract.ts";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, personOf } from "../../../../testing/screens/world.ts";
import { startViewAs } from "../shared/view-as.contract.ts";
import { ViewAsRole } from "./ViewAsRole.tsx";
import { ViewingBar } from "./ViewingBar.tsx";

const viewing = { kind: "user", by: { id: idNo(5), name: "Admin" }, since: "2026-11-30T01:00:00Z" } as const;
const named = (name: string): Partial<Me> => ({ user: { ...personOf("seller").user, name } });

it("says as whom one looks and who really does", async () => {
  show(<ViewingBar />, { me: { viewing, ...named("Wang Wei") } });
  expect(await screen.findByText("Viewing as Wang Wei, read-only")).toBeTruthy();
  expect(screen.getByText("Signed in as Admin")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Stop viewing" })).toBeTruthy();
});

it("a role is called a role", async () => {
  show(<ViewingBar />, { me: { viewing: { ...viewing, kind: "role" }, ...named("Seller") } });
  expect(await screen.findByText("Viewing as role Seller, read-only")).toBeTruthy();
});

it("what is gone meanwhile is said to be", async () => {
  show(<ViewingBar />, { me: { viewing, ...named("") } });
  expect(await screen.findByText("This person or role is no longer available; read-only")).toBeTruthy();
});

it("is not there for who looks as oneself", async () => {
  show(
    <>
      <ViewingBar />
      <p>page</p>
    </>,
  );
  await screen.findByText("page");
  expect(screen.queryByRole("button", { name: "Stop viewing" })).toBeNull();
});

const role = { id: idNo(91), name: "seller" };

it("a role is looked at by who may, and a refusal is told", async () => {
  const asked = answers(
    startViewAs,
    refusal(403, "view_as_exceeds", { detail: "That role may more than you" }),
  );
  const user = show(<ViewAsRole role={role} />);
  await user.click(await screen.findByRole("button", { name: "View as this role" }));
  expect(await screen.findByText("That role may more than you")).toBeTruthy();
  expect(asked.map(({ body }) => body)).toEqual([{ role: role.id }]);
});

it("by nobody else", async () => {
  show(
    <>
      <ViewAsRole role={role} />
      <p>page</p>
    </>,
    { role: "seller" },
  );
  await screen.findByText("page");
  expect(screen.queryByRole("button", { name: "View as this role" })).toBeNull();
});
