import { lazily } from "../../../../ui/kit/lazily.ts";

export { useSetupNeeded } from "./auth/setup-data.ts";
export { identityScreenMessages } from "./identity.messages.ts";

export const PasswordDialog = lazily(() => import("./auth/PasswordDialog.tsx").then((m) => m.PasswordDialog));
export const PasswordDuePage = lazily(() =>
  import("./auth/PasswordDuePage.tsx").then((m) => m.PasswordDuePage),
);
export const SetUpPage = lazily(() => import("./auth/SetUpPage.tsx").then((m) => m.SetUpPage));
export const SignInPage = lazily(() => import("./auth/SignInPage.tsx").then((m) => m.SignInPage));
