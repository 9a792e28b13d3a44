import { carriedOut } from "../../approvals/public.ts";
import { moveOnConsent, STAGE_MOVES } from "./ask-for-consents.ts";
import { showMoves } from "./show-moves.ts";
import { hasStage } from "../../pipeline/public.ts";
import { label } from "../../../../shared/i18n/label.ts";

/** Moves of stages that wait for a consent: how they are made, and what whoever consents is shown. */
export const stageMoves = carriedOut.define(STAGE_MOVES, {
  label: label("推进阶段", "Move to a stage"),
  applies: hasStage,
  carryOut: moveOnConsent,
  show: showMoves,
});
