import {
  criteriaOfMove,
  type Move,
  OVERRIDE_CONSENT,
  REOPEN_CONSENT,
  stagesLeftOut,
  NO_PATH,
  type Path,
} from "../../gates/shared/public.ts";
import { type PipelineDefinition, type Stage, stageOf } from "../../pipeline/shared/public.ts";
import type { PastGate, Rules } from "./past-rules.ts";
import type { MadeMove } from "./read-moves.ts";

/** What these rules ask of a move; null where they do not have the stage it led to. */
export function gateOf({ definition, gates }: Rules, made: MadeMove, path: Path = NO_PATH): PastGate | null {
  const to = stageOf(definition, made.to);
  if (!to) return null;
  const move = { ...asMove(definition, made, to), path };
  const leftOut = stagesLeftOut(move).map(({ name }) => `${name}:${path.stood.get(name) ?? 0}`);
  const key = `${made.from} ${made.to} ${leftOut.join(" ")}`;
  const known = gates.get(key);
  if (known) return { ...known, move };
  const gate = { to, move, asked: criteriaOfMove(move) };
  gates.set(key, gate);
  return gate;
}

/**
 * Roles, rights and consents of that day are not kept: they count as given, and what asks for them as
 * unknown.
 */
function asMove(definition: PipelineDefinition, { from, reason }: MadeMove, to: Stage): Move {
  return {
    definition,
    to,
    from: from === null ? null : { pipeline: definition, stage: stageOf(definition, from) },
    mover: { roles: to.movers ?? [], canReopen: true },
    consents: new Set([OVERRIDE_CONSENT, REOPEN_CONSENT]),
    ...(reason ? { reason } : {}),
  };
}
