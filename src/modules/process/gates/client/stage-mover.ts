import type { FieldMover } from "../../../../ui/slots/board.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** A drop on the board is a transition like any other. */
export const stageMover: FieldMover = {
  applies: (object) => object.stageField !== undefined,
  Targets: lazily(() => import("./BoardTargets.tsx").then((module) => module.BoardTargets)),
  Move: lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog)),
};
