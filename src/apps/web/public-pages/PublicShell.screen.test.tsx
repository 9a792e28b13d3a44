import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import {
  actOnPublicPage,
  type PublicPage,
  showPublicPage,
} from "../../../modules/base/links/shared/public-page.contract.ts";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { LanguageProvider } from "../../../ui/kit/language.tsx";
import { PublicShell } from "./PublicShell.tsx";

const page: PublicPage = {
  purpose: "approval",
  company: "Yuanjing Water",
  heading: "Your approval is requested",
  title: "Move to Contract",
  lead: "Submitted by Liang Hongxia on 2026-11-28 10:00",
  facts: [{ label: "Amount", value: "¥1,280,000.00", strong: true }],
  checks: [{ text: "Budget confirmed", met: false, details: ["Chain: not done"] }],
  note: { label: "Reason", text: "The customer waits." },
  verbs: [
    { name: "approve", label: "Approve", tone: "primary", comment: "optional" },
    { name: "refuse", label: "Reject", tone: "danger", comment: "required" },
  ],
  closed: null,
  until: "2026-12-05T02:00:00Z",
  uses_left: 1,
  proof_of_work: null,
  seen: "abc~3",
};
const open = () => {
  localStorage.setItem("sluice.language", "en");
  render(
    <LanguageProvider>
      <PublicShell token="main.x" />
    </LanguageProvider>,
  );
  return userEvent.setup({ delay: null });
};

it("one press decides about what is shown, and the page says that it is done", async () => {
  answers(showPublicPage, { data: page });
  const acts = answers(actOnPublicPage, { data: { done: "Approved. Thank you." } });
  const user = open();
  expect(await screen.findByRole("heading", { name: "Move to Contract" })).toBeTruthy();
  expect(screen.getByText("¥1,280,000.00")).toBeTruthy();
  expect(screen.getByTitle("Not met")).toBeTruthy();
  expect(acts).toHaveLength(0);
  await user.dblClick(screen.getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Approved. Thank you.")).toBeTruthy();
  expect(acts.map(({ body }) => body)).toEqual([
    { verb: "approve", comment: "", website: "", seen: "abc~3" },
  ]);
  expect(screen.queryByRole("button", { name: "Reject" })).toBeNull();
});

it("sending back takes a comment; what has changed meanwhile is said and shown anew", async () => {
  answers(showPublicPage, { data: page });
  const acts = answers(actOnPublicPage, refusal(409, "changed_since", { detail: "Something has changed." }));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Reject" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Please add a comment");
  expect(acts).toHaveLength(0);
  answers(showPublicPage, {
    data: { ...page, facts: [{ label: "Amount", value: "¥980,000.00", strong: true }] },
  });
  await user.type(screen.getByLabelText("Comment"), "Too cheap");
  await user.click(screen.getByRole("button", { name: "Reject" }));
  expect(await screen.findByText("¥980,000.00")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("Something has changed.");
});

it("a link that works no more says so, in the reader's language", async () => {
  answers(showPublicPage, refusal(404, "not_found"));
  const user = open();
  expect(await screen.findByRole("heading", { name: "This link no longer works" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "中文" }));
  expect(await screen.findByRole("heading", { name: "这个链接已失效" })).toBeTruthy();
});
