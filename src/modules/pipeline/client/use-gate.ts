import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useIntent } from "../../../ui/data/intent.ts";
import { type ObjectInfo, useObject } from "../../../ui/data/objects.ts";
import { useRecords } from "../../../ui/data/records.ts";
import { ProblemError } from "../../../ui/data/problem-error.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { keepProgress, moveStage, type MoveRequest, type UnmetItem, useMoved, useTransitions } from "./gate-data.ts";
import { closingValues } from "./CloseSheet.tsx";
import type { GateDialogProps } from "./GateDialog.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";
import { useWinToast } from "./use-win-toast.tsx";
import { meetOf, NOTHING, toMove } from "./supply.ts";

/** The state of one gate being passed: what is unmet, what was supplied, and the ways to go on. */
export function useGate({ object, record, to, confirm, onDone }: GateDialogProps) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const from = textValue(record[object.stageField ?? ""]);
  const gates = useTransitions(object.name, id);
  const gate = gates.data?.find((one) => one.to === to);
  const [supply, setSupply] = useState(NOTHING);
  const [refused, setRefused] = useState<readonly UnmetItem[] | null>(null);
  const [busy, setBusy] = useState(false);
  const tried = useRef(false);
  const unmet = refused ?? gate?.unmet ?? [];
  const isOpen = gate !== undefined && unmet.length === 0;
  const isWin = gate?.type === "won";
  const tasks = useOpenTasks(object, id, isWin);
  const celebrate = useWinToast(object, record);

  const perform = async (work: (key: string) => Promise<unknown>, body: unknown, outcome: "moved" | "cancelled") => {
    setBusy(true);
    try {
      const answer = await intent.run(body, work);
      moved(object.name, id);
      if (isWaiting(answer)) {
        void message.info(t(pipelineTexts.waiting), 6);
        return onDone("waiting");
      }
      if (outcome === "cancelled") void message.success(t(pipelineTexts.kept));
      if (outcome === "moved" && isWin) celebrate(supply.finishTasks ? tasks : []);
      onDone(outcome);
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ProblemError)) return void message.warning(t(pipelineTexts.notReached), 6);
      if (error.code === "gate_shut") return setRefused(error.problem.errors.map(readItem));
      void message.error(error.problem.errors[0]?.message ?? error.problem.detail, 6);
    }
  };
  const move = (extra: Partial<MoveRequest> = {}) => {
    const given = toMove(supply, to, from);
    const closing = isWin
      ? { values: { ...closingValues(object), ...given.values }, ...(supply.finishTasks && tasks.length > 0 ? ({ open_tasks: "finish" } as const) : {}) }
      : {};
    const body = { ...given, ...closing, ...extra };
    return perform((key) => moveStage(object.name, id, body, key), body, "moved");
  };
  const keep = () => perform((key) => keepProgress(object.name, id, meetOf(supply), key), supply.meet, "cancelled");
  const movesAtOnce = isOpen && !confirm && !isWin && refused === null;
  useEffect(() => {
    if (!movesAtOnce || tried.current) return;
    tried.current = true;
    void move();
  });
  const askAgain = () => {
    setRefused(null);
    void gates.refetch();
  };
  const needsConsent =
    unmet.length > 0 && unmet.every((item) => item.code === "approval_required" && meetOf(supply).every((given) => given.criterion !== item.criterion));
  return { gates, gate, unmet, isOpen, needsConsent, movesAtOnce, supply, setSupply, busy, move, keep, askAgain, isWin, tasks };
}
/** Ids of what is still to do on the record. */
function useOpenTasks(object: ObjectInfo, id: string, enabled: boolean): readonly string[] {
  const regarding = useObject("task")?.byName["regarding"];
  const carries = enabled && regarding?.kind === "link" && regarding.targets.includes(object.name);
  const found = useRecords("task", { filter: `regarding == ${JSON.stringify(id)} && status == "open"`, fields: "id", limit: 100 }, carries).data;
  return (found?.data ?? []).map(idOf);
}

export type Gate = ReturnType<typeof useGate>;

const isWaiting = (answer: unknown): boolean => typeof answer === "object" && answer !== null && "approvals" in answer;
const ACTIONS = ["fill", "tick", "answer", "upload", "complete_tasks", "create_related", "wait", "change", "ask_approval", "give_reason", "none"];
const isFix = (value: unknown): value is NonNullable<UnmetItem["fix"]> =>
  typeof value === "object" && value !== null && "action" in value && ACTIONS.includes(String(value.action));
function readItem({ fix, ...item }: ProblemError["problem"]["errors"][number]): UnmetItem {
  return { ...item, ...(isFix(fix) ? { fix } : {}) };
}
