import type { Module } from "../../../engine/public.ts";
import { endedLinks } from "./server/ended-links.retention.ts";
import { forgetLinks } from "./server/forget-links.ts";
import { linksMigrations } from "./server/links.migrations.ts";
import { linkRoutes } from "./server/links.routes.ts";
import { publicRoutes } from "./server/public.routes.ts";
import { revokeLinks } from "./server/revoke-links.add.ts";

/** Links that open without signing in: each with one purpose, one record, an end and a count. */
export const linksModule: Module = {
  name: "links",
  migrations: linksMigrations,
  hooks: [revokeLinks],
  routes: [...linkRoutes, ...publicRoutes],
  retentions: [endedLinks],
  forgets: forgetLinks,
};
