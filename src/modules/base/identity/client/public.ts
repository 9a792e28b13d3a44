import { lazily } from "../../../../ui/kit/lazily.ts";

export { useSetupNeeded } from "./door/setup-data.ts";
export { identityTexts } from "./identity.messages.ts";

export const PasswordDialog = lazily(() => import("./door/PasswordDialog.tsx").then((m) => m.PasswordDialog));
export const PasswordDuePage = lazily(() =>
  import("./door/PasswordDuePage.tsx").then((m) => m.PasswordDuePage),
);
export const SetUpPage = lazily(() => import("./door/SetUpPage.tsx").then((m) => m.SetUpPage));
export const SignInPage = lazily(() => import("./door/SignInPage.tsx").then((m) => m.SignInPage));
