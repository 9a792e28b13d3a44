import { serve } from "../../../../engine/public.ts";
import * as reports from "../shared/gate-reports.contract.ts";
import * as moves from "../shared/moves.contract.ts";
import { changeStage, storeProgress } from "./change-stage.ts";
import { countOverrides } from "./count-overrides.ts";
import { listExceptions } from "./list-exceptions.ts";
import { listTransitions } from "./list-transitions.ts";
import { publishImpact } from "./publish-impact.ts";
import { recordExceptions } from "./record-exceptions.ts";
import { undoMove } from "./undo-move.ts";

const managing = { ability: "pipelines.manage", longest: 30_000 } as const;

/** Moves of a record and what its gates say; what gates did to all records of a pipeline. */
export const gateRoutes = [
  serve(moves.listTransitions, {}, listTransitions),
  serve(moves.listRecordExceptions, {}, recordExceptions),
  serve(moves.moveRecord, { ahead: true }, changeStage),
  serve(moves.undoMove, {}, undoMove),
  serve(moves.saveProgress, {}, storeProgress),
  serve(reports.readImpact, managing, publishImpact),
  serve(reports.countOverrides, managing, countOverrides),
  serve(reports.listExceptions, { longest: 30_000 }, listExceptions),
];
