import { NO_LIMITS } from "./export-limits.ts";
import type { Security } from "./security.contract.ts";

/** What holds until an administrator says otherwise. */
export const DEFAULT_SECURITY: Security = {
  second_factor: "nobody",
  networks: { people: [], keys: [] },
  passwords: { everybody: true, break_glass: null },
  oidc: {
    on: false,
    issuer: "",
    client_id: "",
    scopes: "openid email profile",
    match: "email",
    login_claim: "preferred_username",
    create: false,
    role: null,
    label: { "zh-CN": "使用企业账号登录", en: "Sign in with your company account" },
  },
  exports: { company: NO_LIMITS, roles: {} },
  watermark: false,
  masked_searches: 100,
  private_targets: [],
};
