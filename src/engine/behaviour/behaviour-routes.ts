import { label } from "../../shared/i18n/label.ts";
import type { Route } from "../api/route.ts";
import { objectOf } from "../query/object-of.ts";
import { accept } from "../refusal.ts";
import { findConflicts } from "./find-conflicts.ts";
import { whatRuns } from "./what-runs.ts";

/** What runs on an object, for its administrators. */
export const behaviourRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/objects/:object/behaviour",
    tag: "objects",
    ability: "objects.manage",
    summary: label("这个对象上运行什么", "What runs on an object"),
    run: (context, { params }) => {
      const known = objectOf(context, params["object"] ?? "");
      if (!known.ok) return Promise.resolve(known);
      const data = whatRuns(context.catalog, context.hooks, known.value);
      return Promise.resolve(accept({ data, conflicts: findConflicts(context, known.value, data) }));
    },
  },
];
