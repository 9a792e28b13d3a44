import type { Migration } from "../../../../platform/db/migration.ts";

/** Which account of a provider is which person: settled at the first sign-in. */
export const oidcBindingMigrations: readonly Migration[] = [
  {
    id: "0105_oidc_binding",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.oidc_binding (
        issuer text collate "C" not null, subject text collate "C" not null, user_id uuid not null, bound_at timestamptz not null default now(), primary key (issuer, subject), unique (user_id, issuer))`,
    ],
  },
];
