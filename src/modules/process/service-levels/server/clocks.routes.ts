import { accept, serve } from "../../../../engine/public.ts";
import * as clocks from "../shared/clocks.contract.ts";
import { attainment } from "./attainment.ts";
import { exempt } from "./exempt-clock.ts";
import { levelsOf } from "./levels-of.ts";
import { manyClocks, ownOpenClocks, recordClocks } from "./read-clocks.ts";

const listRoute = serve(clocks.listLevels, {}, async (context) =>
  accept({
    data: [...(await levelsOf(context)).values()]
      .flat()
      .map(({ id, name, label, object }) => ({ id, name, label, object })),
  }),
);

export const clockRoutes = [
  listRoute,
  serve(clocks.readClocks, {}, recordClocks),
  serve(clocks.readManyClocks, { reads: true }, manyClocks),
  serve(clocks.readOwnClocks, {}, ownOpenClocks),
  serve(clocks.readAttainment, { reads: true }, attainment),
  serve(clocks.exemptClock, { ability: "pipeline.override" }, exempt),
];
