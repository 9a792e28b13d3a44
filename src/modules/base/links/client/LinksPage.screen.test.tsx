import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { type LinkItem, listLinks, revokeLink } from "../shared/links.contract.ts";

const link: LinkItem = {
  id: idNo(60),
  purpose: "approval",
  label: "Decide a request",
  object: "approval_request",
  record: idNo(61),
  person: { id: idNo(62), name: "Cao Zhengyang" },
  made_by: null,
  made_at: "2026-11-28T02:00:00Z",
  expires_at: "2026-12-05T02:00:00Z",
  max_uses: 1,
  uses: 0,
  last_used_at: null,
  state: "open",
};

it("a link that works is revoked after asking, one that has ended is not offered for it", async () => {
  answers(listLinks, {
    data: [link, { ...link, id: idNo(63), uses: 1, state: "used" }],
    page: { next: null },
  });
  const revoked = answers(revokeLink, undefined);
  const user = showPage("/settings/links");
  expect((await screen.findAllByText("Cao Zhengyang")).length).toBe(2);
  expect(screen.getAllByText("System").length).toBe(2);
  await user.click(screen.getByRole("button", { name: "Revoke" }));
  expect(revoked).toHaveLength(0);
  await user.click((await screen.findAllByRole("button", { name: "Revoke" })).at(-1)!);
  expect(revoked.map(({ params }) => params.id)).toEqual([link.id]);
});
