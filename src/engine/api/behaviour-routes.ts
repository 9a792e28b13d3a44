import { readBehaviour } from "../../shared/wire/behaviour.contract.ts";
import { serve } from "./serve.ts";
import { objectOf } from "../query/object-of.ts";
import { accept } from "../kernel/refusal.ts";
import { findConflicts } from "../behaviour/find-conflicts.ts";
import { readSubscribers } from "../health/read-subscribers.ts";
import { whatRuns } from "../behaviour/what-runs.ts";
import { withStandings } from "../behaviour/with-standings.ts";
import { registriesOf } from "../behaviour/registries.ts";

/** What runs on an object, for its administrators. */
export const behaviourRoutes = [
  serve(readBehaviour, { ability: "objects.manage" }, async (context, { params }) => {
    const known = objectOf(context, params.object);
    if (!known.ok) return known;
    const data = withStandings(
      whatRuns(context.catalog, context.hooks, known.value),
      context.hooks,
      await readSubscribers(context.db, context.workspace, context.hooks.subscribers),
    );
    return accept({
      data,
      conflicts: findConflicts(context, known.value, data),
      registries: registriesOf(context, known.value),
    });
  }),
];
