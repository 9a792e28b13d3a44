import { App } from "antd";
import { useState } from "react";
import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useMoved } from "./gate-data.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";
import { readItem } from "./gate-refusal.ts";
import type { GateDialogProps } from "./GateDialog.tsx";
import { gateScreenTexts } from "./gate.messages.ts";
import type { Supply } from "./supply.ts";
import { useWinToast } from "./use-win-toast.tsx";

interface GateRequest extends Pick<GateDialogProps, "object" | "record" | "onDone"> {
  readonly isWin: boolean;
  readonly supply: Supply;
  /** Ids of its open tasks. */
  readonly tasks: readonly string[];
  readonly onRefused: (unmet: readonly UnmetItem[]) => void;
}
const isWaiting = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "approvals" in answer;

/** Sends a move, or what is kept ahead of it, and says what came of it. */
export function useGateRequest({ object, record, isWin, supply, tasks, onDone, onRefused }: GateRequest) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const [busy, setBusy] = useState(false);
  const celebrate = useWinToast(object, record);
  const perform = async (
    work: (key: string) => Promise<unknown>,
    body: unknown,
    outcome: "moved" | "cancelled",
  ) => {
    setBusy(true);
    try {
      const answer = await intent.run(body, work);
      moved(object.name, id);
      if (isWaiting(answer)) {
        void message.info(t(gateScreenTexts.waiting), 6);
        return onDone("waiting");
      }
      if (outcome === "cancelled") void message.success(t(gateScreenTexts.kept));
      if (outcome === "moved" && isWin) celebrate(supply.finishTasks ? tasks : []);
      onDone(outcome);
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ProblemError)) return void message.warning(t(gateScreenTexts.notReached), 6);
      if (error.code === "gate_shut") return onRefused(error.problem.errors.map(readItem));
      void message.error(error.problem.errors[0]?.message ?? error.problem.detail, 6);
    }
  };
  return { busy, perform };
}
