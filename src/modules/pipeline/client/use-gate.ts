import { App } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Language, textOf } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { useIntent } from "../../../ui/data/intent.ts";
import { matchOf, type ObjectInfo, useObject } from "../../../ui/data/objects.ts";
import { useRecords } from "../../../ui/data/records.ts";
import { ProblemError } from "../../../ui/data/problem-error.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import {
  keepProgress,
  moveStage,
  type MoveRequest,
  type Transition,
  type UnmetItem,
  useMoved,
  useTransitions,
} from "./gate-data.ts";
import type { GateAnswer } from "../shared/gate.ts";
import { closingValues } from "./CloseSheet.tsx";
import type { GateDialogProps } from "./GateDialog.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";
import { useWinToast } from "./use-win-toast.tsx";
import { meetOf, NOTHING, type Supply, toMove } from "./supply.ts";
import { useJudge } from "./use-judge.ts";

/** The state of one gate being passed: what is unmet, what was supplied, and the ways to go on. */
export function useGate({ object, record, to, pipeline, confirm, onDone }: GateDialogProps) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const intent = useIntent();
  const moved = useMoved();
  const id = idOf(record);
  const from = textValue(record[object.stageField ?? ""]);
  const gates = useTransitions(object.name, id, true, pipeline);
  const gate = gates.data?.find((one) => one.to === to);
  const [supply, setSupply] = useState(NOTHING);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const tried = useRef(false);
  const isWin = gate?.type === "won";
  const tasks = useOpenTasks(object, id, isWin);
  const celebrate = useWinToast(object, record);
  const [attempts, setAttempts] = useState(0);
  const { asked, openItems, layers } = useLiveGate({ object, record, to, pipeline, supply, refused, gate });
  const isOpen = gate !== undefined && openItems.length === 0;

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
        void message.info(t(pipelineTexts.waiting), 6);
        return onDone("waiting");
      }
      if (outcome === "cancelled") void message.success(t(pipelineTexts.kept));
      if (outcome === "moved" && isWin) celebrate(supply.finishTasks ? tasks : []);
      onDone(outcome);
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ProblemError)) return void message.warning(t(pipelineTexts.notReached), 6);
      if (error.code === "gate_shut") {
        setRefused({ unmet: error.problem.errors.map(readItem), supply });
        return setAttempts((count) => count + 1);
      }
      void message.error(error.problem.errors[0]?.message ?? error.problem.detail, 6);
    }
  };
  const move = (extra: Partial<MoveRequest> = {}) => {
    const body = into(pipeline, {
      ...toMove(supply, to, from),
      ...(isWin ? closing(object, supply, tasks) : {}),
      ...extra,
    });
    // What is open is shown at once; the server has the last word.
    if (!isOpen && !extra.override) setAttempts((count) => count + 1);
    return perform((key) => moveStage(object.name, id, body, key, matchOf(object, record)), body, "moved");
  };
  const keep = () =>
    perform(
      (key) => keepProgress(object.name, id, meetOf(supply), key, matchOf(object, record)),
      supply.meet,
      "cancelled",
    );
  // Only a gate that was found open: one that somebody has just filled in waits for the button.
  const movesAtOnce = isOpen && asked.length === 0 && !confirm && !isWin && refused === null;
  useEffect(() => {
    if (!movesAtOnce || tried.current) return;
    tried.current = true;
    void move();
  });
  const askAgain = () => {
    setRefused(null);
    void gates.refetch();
  };
  const needsConsent = lacksOnlyConsents(openItems, supply);
  return {
    gates,
    gate,
    asked,
    openItems,
    layers,
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
  };
}
const into = (pipeline: string | undefined, body: MoveRequest): MoveRequest =>
  pipeline ? { ...body, values: { ...body.values, pipeline } } : body;
/** Ids of what is still to do on the record. */
function useOpenTasks(object: ObjectInfo, id: string, enabled: boolean): readonly string[] {
  const regarding = useObject("task")?.byName["regarding"];
  const carries = enabled && regarding?.kind === "link" && regarding.targets.includes(object.name);
  const found = useRecords(
    "task",
    { filter: `regarding == ${JSON.stringify(id)} && status == "open"`, fields: "id", limit: 100 },
    carries,
  ).data;
  return (found?.data ?? []).map(idOf);
}

const NONE: readonly UnmetItem[] = [];
const keyOf = ({ criterion, code, field }: UnmetItem): string => `${criterion} ${code} ${field ?? ""}`;

/** What a won deal is closed with: the values of its sheet, and whether its open tasks are done with it. */
function closing(object: ObjectInfo, supply: Supply, tasks: readonly string[]): Partial<MoveRequest> {
  return {
    values: { ...closingValues(object), ...supply.values },
    ...(supply.finishTasks && tasks.length > 0 ? { open_tasks: "finish" } : {}),
  };
}
const lacksOnlyConsents = (open: readonly UnmetItem[], supply: Supply): boolean =>
  open.length > 0 &&
  open.every(
    (item) =>
      item.code === "approval_required" &&
      meetOf(supply).every((given) => given.criterion !== item.criterion),
  );

/** What the server refused, and what had been supplied then. */
interface Refused {
  readonly unmet: readonly UnmetItem[];
  readonly supply: Supply;
}
interface LiveGate {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly pipeline: string | undefined;
  readonly supply: Supply;
  readonly refused: Refused | null;
  readonly gate: Transition | undefined;
}
/**
 * The gate as it stands with what was supplied so far. The server's word stands until something else is
 * supplied.
 */
function useLiveGate({ object, record, to, pipeline, supply, refused, gate }: LiveGate) {
  const { language } = useLanguage();
  const isWin = gate?.type === "won";
  const found = refused?.unmet ?? gate?.unmet ?? NONE;
  // What the sheet of a won deal fills in by itself counts, too.
  const supplied = useMemo(
    () => (isWin ? { ...supply, values: { ...closingValues(object), ...supply.values } } : supply),
    [isWin, object, supply],
  );
  const judged = useJudge({ object, record, to, supply: supplied, found });
  // The facts at hand are of the pipeline it is in: of a change into another one the server alone can tell.
  const live = pipeline || refused?.supply === supply ? null : judged;
  const asked = useAsked(found, live);
  const openItems = live ? live.unmet.map((reason) => itemOf(reason, language)) : found;
  return { asked, openItems, layers: live?.ring ?? gate?.layers ?? [] };
}

/** Everything that was missing at some time while the dialog is open: what is met meanwhile stays, ticked. */
function useAsked(found: readonly UnmetItem[], live: GateAnswer | null): readonly UnmetItem[] {
  const { language } = useLanguage();
  const [seen, setSeen] = useState<readonly UnmetItem[]>(NONE);
  const known = new Set(seen.map(keyOf));
  const more = [...found, ...(live?.unmet ?? []).map((reason) => itemOf(reason, language))].filter(
    (item) => !known.has(keyOf(item)),
  );
  const fresh = more.filter(
    (item, index) => more.findIndex((other) => keyOf(other) === keyOf(item)) === index,
  );
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return fresh.length > 0 ? [...seen, ...fresh] : seen;
}

/** A reason found here, as the server would send it. */
const itemOf = ({ text, ...reason }: Reason, language: Language): UnmetItem => ({
  ...reason,
  message: textOf(text, language),
});
export type Gate = ReturnType<typeof useGate>;

const isWaiting = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "approvals" in answer;
const ACTIONS = [
  "fill",
  "tick",
  "answer",
  "upload",
  "complete_tasks",
  "create_related",
  "wait",
  "change",
  "ask_approval",
  "give_reason",
  "none",
];
const isFix = (value: unknown): value is NonNullable<UnmetItem["fix"]> =>
  typeof value === "object" && value !== null && "action" in value && ACTIONS.includes(String(value.action));
function readItem({ fix, ...item }: ProblemError["problem"]["errors"][number]): UnmetItem {
  return { ...item, ...(isFix(fix) ? { fix } : {}) };
}
