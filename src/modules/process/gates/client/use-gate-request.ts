import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { useMoved } from "./gate-data.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";
import { readItem } from "./gate-refusal.ts";
import type { GateDialogProps } from "./GateDialog.tsx";
import { gateScreenMessages } from "./gate.messages.ts";
import type { GateAnswers } from "./gate-answers.ts";
import { useWinToast } from "./use-win-toast.tsx";

interface GateRequest extends Pick<GateDialogProps, "object" | "record" | "onDone"> {
  readonly isWin: boolean;
  readonly supply: GateAnswers;
  /** Ids of its open tasks. */
  readonly tasks: readonly string[];
  readonly onRefused: (unmet: readonly UnmetItem[]) => void;
}
const isWaiting = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "approvals" in answer;

/** Sends a move, or what is kept ahead of it, and says what came of it. */
export function useGateRequest({ object, record, isWin, supply, tasks, onDone, onRefused }: GateRequest) {
  const { t } = useLanguage();
  const tell = useTell();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const { busy, run } = useBusy();
  const celebrate = useWinToast(object, record);
  const send = async (
    work: (key: string) => Promise<unknown>,
    body: unknown,
    outcome: "moved" | "cancelled",
  ) => {
    try {
      const answer = await intent.run(body, work);
      moved(object.name, id);
      if (isWaiting(answer)) {
        tell.note(t(gateScreenMessages.waiting), 6);
        return onDone("waiting");
      }
      if (outcome === "cancelled") tell.done(t(gateScreenMessages.kept));
      if (outcome === "moved" && isWin) celebrate(supply.finishTasks ? tasks : []);
      onDone(outcome);
    } catch (error) {
      if (!(error instanceof ProblemError)) return tell.warn(t(gateScreenMessages.notReached));
      if (error.code === "gate_shut") return onRefused(error.problem.errors.map(readItem));
      tell.failed(error);
    }
  };
  const perform = (...request: Parameters<typeof send>) => run(() => send(...request));
  return { busy, perform };
}
