import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import {
  changeMailSettings,
  clearRefusedAddress,
  listRefusedAddresses,
  type MailSettings,
  readMailSettings,
  testMailSettings,
} from "../shared/mail.contract.ts";

const settings: MailSettings = {
  host: "smtp.example.com",
  port: 587,
  security: "starttls",
  user: "crm",
  from: "crm@example.com",
  password_kept: true,
  site: "https://crm.example.com",
};
async function open(now: Partial<MailSettings> = {}, refused: readonly object[] = []) {
  answers(readMailSettings, { data: { ...settings, ...now } });
  answers(listRefusedAddresses, { data: refused as never });
  const user = showPage("/settings/mail");
  await screen.findByLabelText("Server");
  return user;
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

it("says that nothing is sent where no server is set up, and offers no test", async () => {
  await open({ host: null, user: null, password_kept: false, site: null });
  expect(screen.getByText(/No server is set up/)).toBeTruthy();
  expect(screen.queryByText("Send a test mail")).toBeNull();
});

it("a kept password stays unless another is typed; the usual port follows the encryption", async () => {
  const user = await open();
  const kept = answers(changeMailSettings, ({ body }) => ({
    data: { ...settings, host: body.host ?? null },
  }));
  await fill(user, screen.getByLabelText("Server"), "mail.example.com");
  await user.click(button("Save"));
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(kept[0]?.body).toEqual({
    host: "mail.example.com",
    port: 587,
    security: "starttls",
    user: "crm",
    from: "crm@example.com",
  });
});

it("a wrong sender is told beside its field", async () => {
  const errors = [{ code: "bad_from", field: "from", message: "Enter the address mails come from" }];
  const user = await open();
  answers(changeMailSettings, refusal(422, "bad_mail_settings", { errors }));
  await fill(user, screen.getByLabelText("From"), "nobody");
  await user.click(button("Save"));
  const said = await screen.findByText("Enter the address mails come from");
  expect(said.closest("[data-invalid]")?.querySelector("input")?.value).toBe("nobody");
});

it("a test shows the server's own words, for good and for bad", async () => {
  const user = await open();
  let isDown = true;
  answers(testMailSettings, () =>
    isDown
      ? refusal(502, "mail_not_sent", { detail: "The mail was not sent: 535 wrong password" })
      : { answer: "250 queued as 7" },
  );
  await fill(user, screen.getByLabelText("Send to*"), "li@example.com");
  await user.click(button("Send"));
  expect(await screen.findByText("The mail was not sent: 535 wrong password")).toBeTruthy();
  isDown = false;
  await user.click(await screen.findByRole("button", { name: "Send" }));
  expect(await screen.findByText("The server took it: 250 queued as 7")).toBeTruthy();
});

it("refused addresses stand there with the server's words and are cleared by one press", async () => {
  const row = { address: "gone@example.com", words: "550 no such user", at: "2026-11-30T02:00:00Z" };
  const user = await open({}, [row]);
  const cleared = answers(clearRefusedAddress, null as never);
  expect(await screen.findByText("550 no such user")).toBeTruthy();
  await user.click(button("Clear"));
  expect(cleared.map(({ params }) => params.address)).toEqual(["gone@example.com"]);
});
