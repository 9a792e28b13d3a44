import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { type moveStage, useMoved } from "./gate-data.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";
import { readItem } from "./gate-refusal.ts";
import type { GateDialogProps } from "./GateDialog.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import { type MadeMove, useTellMove } from "./use-tell-move.tsx";

interface GateRequest extends Pick<GateDialogProps, "object" | "record" | "onDone"> {
  readonly onRefused: (unmet: readonly UnmetItem[]) => void;
}
/** A move, or what is kept ahead of one. */
interface Sending {
  readonly work: (key: string) => ReturnType<typeof moveStage>;
  readonly body: unknown;
  /** Absent: it only keeps what was supplied. */
  readonly move?: Omit<MadeMove, "record">;
}

/** Sends a move, or what is kept ahead of it, and says what came of it. */
export function useGateRequest({ object, record, onDone, onRefused }: GateRequest) {
  const { t } = useLanguage();
  const tell = useTell();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const { busy, run } = useBusy();
  const tellMove = useTellMove(object);
  const send = async ({ work, body, move }: Sending) => {
    try {
      const answer = await intent.run(body, work);
      moved(object.name, id);
      if ("approvals" in answer) {
        tell.note(t(gateScreenMessages.waiting), 6);
        return onDone("waiting");
      }
      if (move) tellMove({ ...move, record: answer.data });
      else tell.done(t(gateScreenMessages.kept));
      onDone(move ? "moved" : "cancelled");
    } catch (error) {
      if (!(error instanceof ProblemError)) return tell.warn(t(gateScreenMessages.notReached));
      if (error.code === "gate_shut") return onRefused(error.problem.errors.map(readItem));
      tell.failed(error);
    }
  };
  const perform = (sending: Sending) => run(() => send(sending));
  return { busy, perform };
}
