import type { Module } from "../../../engine/public.ts";
import { attentionMigrations } from "./server/attention.migrations.ts";
import { attentionRoutes } from "./server/attention.routes.ts";
import { oldLooks } from "./server/old-looks.retention.ts";
import { forgetAttention } from "./server/forget-attention.ts";

/** Who has seen what: comments that were read, records that were opened. */
export const attentionModule: Module = {
  name: "attention",
  migrations: attentionMigrations,
  routes: attentionRoutes,
  retentions: [oldLooks],
  forgets: forgetAttention,
};
