import { useEffect, useRef, useState } from "react";
import { matchOf, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { keepMet, moveStage, useSentFacts, useTransitions } from "./gate-data.ts";
import type { MoveRequest, Transition, UnmetItem } from "../shared/moves.contract.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { closingValues } from "./closing-values.ts";
import type { GateDialogProps } from "./GateDialog.tsx";
import { meetOf, NOTHING, type GateAnswers, toMove } from "./gate-answers.ts";
import { useGateRequest } from "./use-gate-request.ts";
import { type Refused, useLiveGate } from "./use-live-gate.ts";
import { useOpenTasks } from "./use-open-tasks.ts";

/** The state of one gate being passed: what is unmet, what was supplied, and the ways to go on. */
export function useGate(props: GateDialogProps) {
  const { object, record, to, pipeline, confirm } = props;
  const id = idOf(record);
  const gates = useTransitions(object.name, id, true, pipeline);
  const gate = gates.data?.find((one) => one.to === to);
  const [supply, setSupply] = useState(NOTHING);
  const [refused, setRefused] = useState<Refused | null>(null);
  const isWin = gate?.type === "won";
  const tasks = useOpenTasks(object, id, isWin);
  const today = useSentFacts(object.name, id)?.today ?? todayText();
  const [attempts, setAttempts] = useState(0);
  const tried = () => setAttempts((count) => count + 1);
  const live = useLiveGate({ object, record, to, pipeline, supply, refused, gate, today });
  const { asked, openItems } = live;
  const isOpen = gate !== undefined && openItems.length === 0;
  const closing = isWin ? closedWith(object, supply, tasks, today) : {};
  const onRefused = (unmet: readonly UnmetItem[]) => {
    setRefused({ unmet, supply });
    tried();
  };
  const { busy, move, keep } = useWaysOn(props, { gate, supply, closing, isOpen, tried, onRefused });
  // Only a gate that was found open: one that somebody has just filled in waits for the button.
  const movesAtOnce = isOpen && asked.length === 0 && !confirm && !isWin && refused === null;
  useMoveAtOnce(movesAtOnce, move);
  const askAgain = () => {
    setRefused(null);
    void gates.refetch();
  };
  const needsConsent = lacksOnlyConsents(openItems, supply);
  return {
    ...live,
    gates,
    gate,
    attempts,
    isOpen,
    needsConsent,
    movesAtOnce,
    supply,
    setSupply,
    busy,
    move,
    keep,
    askAgain,
    isWin,
    tasks,
    today,
  };
}

interface WaysOn {
  readonly gate: Transition | undefined;
  readonly supply: GateAnswers;
  /** What a won deal is closed with. */
  readonly closing: Partial<MoveRequest>;
  readonly isOpen: boolean;
  readonly tried: () => void;
  readonly onRefused: (unmet: readonly UnmetItem[]) => void;
}
/** To move, or only to keep what was supplied. */
function useWaysOn(
  { object, record, to, pipeline, onDone }: GateDialogProps,
  { gate, supply, closing, isOpen, tried, onRefused }: WaysOn,
) {
  const id = idOf(record);
  const from = textValue(record[object.stageField ?? ""]);
  const { busy, perform } = useGateRequest({ object, record, onDone, onRefused });
  const move = (extra: Partial<MoveRequest> = {}) => {
    const body = into(pipeline, { ...toMove(supply, to, from), ...closing, ...extra });
    const isException = extra.override !== undefined;
    // What is open is shown at once; the server has the last word.
    if (!isOpen && !isException) tried();
    return perform({
      body,
      move: { to: gate ?? { to, label: {}, type: "open" }, isException },
      work: (key) => moveStage(object.name, id, body, key, matchOf(object, record)),
    });
  };
  const keep = () =>
    perform({
      body: supply.meet,
      work: (key) => keepMet(object.name, id, meetOf(supply), key, matchOf(object, record)),
    });
  return { busy, move, keep };
}

/** An open gate is passed without a question, once. */
function useMoveAtOnce(movesAtOnce: boolean, move: () => Promise<void>): void {
  const tried = useRef(false);
  useEffect(() => {
    if (!movesAtOnce || tried.current) return;
    tried.current = true;
    void move();
  });
}

const into = (pipeline: string | undefined, body: MoveRequest): MoveRequest =>
  pipeline ? { ...body, values: { ...body.values, pipeline } } : body;

/** What a won deal is closed with: the values of its sheet, and whether its open tasks are done with it. */
function closedWith(
  object: ObjectInfo,
  supply: GateAnswers,
  tasks: readonly string[],
  today: string,
): Partial<MoveRequest> {
  return {
    values: { ...closingValues(object, today), ...supply.values },
    ...(supply.finishTasks && tasks.length > 0 ? { open_tasks: "finish" } : {}),
  };
}
const lacksOnlyConsents = (open: readonly UnmetItem[], supply: GateAnswers): boolean =>
  open.length > 0 &&
  open.every(
    (item) =>
      item.code === "approval_required" &&
      meetOf(supply).every((given) => given.criterion !== item.criterion),
  );

export type Gate = ReturnType<typeof useGate>;
