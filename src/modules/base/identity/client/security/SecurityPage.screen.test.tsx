import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { choose, fill, keeps, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../../testing/screens/world.ts";
import {
  changeSecuritySettings,
  readSecuritySettings,
  type SecurityAnswer,
} from "../../shared/security.contract.ts";
import { DEFAULT_SECURITY } from "../../shared/security.ts";

const security: SecurityAnswer = {
  ...DEFAULT_SECURITY,
  oidc_secret_kept: false,
  oidc_redirect: "https://crm.example/api/v1/session/oidc/callback",
  your_address: "10.1.2.3",
};
const withOidc: SecurityAnswer = {
  ...security,
  oidc: { ...security.oidc, on: true, issuer: "https://login.example.com", client_id: "crm" },
  oidc_secret_kept: true,
};

function open(state: SecurityAnswer = security) {
  answers(readSecuritySettings, { data: state });
  keeps("role", [{ id: idNo(60), name: "seller", label: { en: "Seller" } }]);
  keeps("user_role", [
    { id: idNo(70), user: { object: "user", id: WANG_WEI }, titles: { user: "Wang Wei" } },
    { id: idNo(71), user: { object: "user", id: LI_NA }, titles: { user: "Li Na" } },
  ]);
  const kept = answers(changeSecuritySettings, ({ body }) => ({
    data: { ...state, ...(body.second_factor ? { second_factor: body.second_factor } : {}) },
  }));
  return { user: showPage("/settings/security"), kept };
}
/** One part of the settings, which is saved by itself. */
const card = async (title: string) => {
  const heading = await screen.findByRole("heading", { name: title });
  const found = heading.closest("section");
  if (!found) throw new Error(`${title} is no part of the settings`);
  return within(found);
};
type Card = Awaited<ReturnType<typeof card>>;
const save = (part: Card) => part.getByRole<HTMLButtonElement>("button", { name: "Save" });

it("a part that nobody has changed is not to be saved, and saving one leaves the others alone", async () => {
  const { user, kept } = open();
  const rule = await card("Two-step sign-in");
  expect(save(rule).disabled).toBe(true);
  await user.click(rule.getByLabelText("Required for administrators"));
  expect(save(await card("Network restrictions")).disabled).toBe(true);
  await user.click(save(rule));
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(kept.map(({ body }) => body)).toEqual([{ second_factor: "administrators" }]);
});

it("networks are one a line, however they were pasted: with commas, semicolons or full-width signs", async () => {
  const { user, kept } = open();
  const networks = await card("Network restrictions");
  expect(networks.getByText("Your current address: 10.1.2.3")).toBeTruthy();
  await fill(user, networks.getByLabelText("People"), "10.1.0.0/16, 10.2.0.0/16；１０.3.0.0/16\n\n");
  await user.click(save(networks));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body).toEqual({
    networks: { people: ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"], keys: [] },
  });
});

it("networks are not changed by a blank line", async () => {
  const { user } = open({ ...security, networks: { people: ["10.1.0.0/16"], keys: [] } });
  const networks = await card("Network restrictions");
  await fill(user, networks.getByLabelText("People"), "\n 10.1.0.0/16 \n");
  expect(save(networks).disabled).toBe(true);
});

it("a network that is none is told beside its list, and stays there to be mended", async () => {
  const { user } = open();
  const errors = [{ code: "bad_network", field: "networks.keys", message: "“office” is no network" }];
  answers(
    changeSecuritySettings,
    refusal(422, "bad_security", { errors, detail: "Check the marked settings" }),
  );
  const networks = await card("Network restrictions");
  await fill(user, networks.getByLabelText("API keys"), "office");
  await user.click(save(networks));
  expect(await networks.findByText("“office” is no network")).toBeTruthy();
  expect(networks.getByLabelText<HTMLTextAreaElement>("API keys").value).toBe("office");
});

it("passwords are asked about only once company accounts are on, or passwords are off already", async () => {
  open();
  await card("Network restrictions");
  expect(screen.queryByRole("heading", { name: "Password sign-in" })).toBeNull();
});

it("whoever switches passwords off says who keeps one", async () => {
  const { user, kept } = open(withOidc);
  const passwords = await card("Password sign-in");
  expect(passwords.queryByLabelText("Break-glass administrator")).toBeNull();
  await user.click(passwords.getByLabelText("Only the break-glass administrator"));
  await user.click(passwords.getByLabelText("Break-glass administrator"));
  await user.click(await screen.findByText("Wang Wei", { selector: ".ant-select-item-option *" }));
  await user.click(save(passwords));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body).toEqual({ passwords: { everybody: false, break_glass: WANG_WEI } });
});

it("a company account is kept with its secret, which is never shown, and stays when nothing is typed", async () => {
  const { user, kept } = open(withOidc);
  const oidc = await card("Company accounts");
  expect(oidc.getByText("Saved and not shown again; type to replace it")).toBeTruthy();
  expect(oidc.getByLabelText<HTMLInputElement>("Client secret").value).toBe("");
  await fill(user, oidc.getByLabelText("Client ID"), " crm-2 ");
  await user.click(save(oidc));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body.oidc?.client_id).toBe("crm-2");
  expect(kept[0]?.body).not.toHaveProperty("oidc_secret");
});

it("a secret alone can be replaced", async () => {
  const { user, kept } = open(withOidc);
  const oidc = await card("Company accounts");
  expect(save(oidc).disabled).toBe(true);
  await fill(user, oidc.getByLabelText("Client secret"), "s-2");
  await user.click(save(oidc));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body.oidc_secret).toBe("s-2");
});

it("the claim of the login and the role of new people are asked for only where they count", async () => {
  const { user, kept } = open(withOidc);
  const oidc = await card("Company accounts");
  expect(oidc.queryByLabelText("Claim containing the login")).toBeNull();
  expect(oidc.queryByLabelText("Role for new people")).toBeNull();
  await user.click(oidc.getByLabelText("Login"));
  expect(oidc.getByLabelText<HTMLInputElement>("Claim containing the login").value).toBe(
    "preferred_username",
  );
  await user.click(oidc.getByLabelText("Create users on first sign-in"));
  await choose(user, oidc.getByLabelText("Role for new people"), "Seller");
  await user.click(save(oidc));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body.oidc).toMatchObject({ match: "login", create: true, role: idNo(60) });
});

it("the address for the provider stands there to be copied", async () => {
  open();
  const oidc = await card("Company accounts");
  expect(oidc.getByText("https://crm.example/api/v1/session/oidc/callback")).toBeTruthy();
});

it("what the server misses is told at its field", async () => {
  const { user } = open();
  const errors = [{ code: "needed", field: "oidc.issuer", message: "Please fill this in." }];
  answers(
    changeSecuritySettings,
    refusal(422, "bad_security", { errors, detail: "Check the marked settings" }),
  );
  const oidc = await card("Company accounts");
  await user.click(oidc.getByLabelText("Show on the sign-in page"));
  await user.click(save(oidc));
  expect(await oidc.findByText("Please fill in Issuer")).toBeTruthy();
});
