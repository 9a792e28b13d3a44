import { packagedRules } from "./server/packaged-rules.ts";
import type { Module } from "../../../engine/public.ts";
import { END_SHARE, endShare, watchShares } from "./server/end-shares.ts";
import { departmentMoveKind, MOVE_RECORDS_BEFORE, moveRecordsBefore } from "./server/move-records.job.ts";
import { mayShare } from "./server/may-share.guard.ts";
import { ownParts } from "./server/own-parts.guard.ts";
import { sharingRoutes } from "./server/sharing.routes.ts";
import { soundRule } from "./server/sharing-rule.guard.ts";
import { ruleExpressions } from "./server/rule-expressions.ts";

/** Who sees a record beyond its owner, department and roles: shares, record teams, sharing rules. */
export const sharingModule: Module = {
  name: "sharing",
  saved: [ruleExpressions],
  packaged: [packagedRules],
  hooks: [mayShare, ownParts, soundRule, watchShares],
  routes: sharingRoutes,
  kinds: [departmentMoveKind],
  jobs: { [END_SHARE]: endShare, [MOVE_RECORDS_BEFORE]: moveRecordsBefore },
};
