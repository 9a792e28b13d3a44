import { carriedOut } from "../../approvals/public.ts";
import { moveOnConsent, STAGE_MOVES } from "./ask-for-consents.ts";
import { showMoves } from "./show-moves.ts";

/** Moves of stages that wait for a consent: how they are made, and what whoever consents is shown. */
export const stageMoves = carriedOut.define(STAGE_MOVES, { carryOut: moveOnConsent, show: showMoves });
