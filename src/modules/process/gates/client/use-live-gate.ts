import { useMemo, useState } from "react";
import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { GateAnswer } from "../shared/gate.ts";
import { closingValues } from "./closing-values.ts";
import type { Transition, UnmetItem } from "../shared/moves.contract.ts";
import { type GateAnswers, NOTHING } from "./gate-answers.ts";
import { useJudge } from "./use-judge.ts";

const NONE: readonly UnmetItem[] = [];
const keyOf = ({ criterion, code, field }: UnmetItem): string => `${criterion} ${code} ${field ?? ""}`;

/** What the server refused, and what had been supplied then. */
export interface Refused {
  readonly unmet: readonly UnmetItem[];
  readonly supply: GateAnswers;
}
interface LiveGate {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly pipeline: string | undefined;
  readonly supply: GateAnswers;
  readonly refused: Refused | null;
  readonly gate: Transition | undefined;
  /** The company's day. */
  readonly today: string;
}
/**
 * The gate as it stands with what was supplied so far. The server's word stands until something else is
 * supplied.
 */
export function useLiveGate({ object, record, to, pipeline, supply, refused, gate, today }: LiveGate) {
  const { language } = useLanguage();
  const isWin = gate?.type === "won";
  const found = refused?.unmet ?? gate?.unmet ?? NONE;
  // What the sheet of a won deal fills in by itself counts, too.
  const supplied = useMemo(
    () => (isWin ? { ...supply, values: { ...closingValues(object, today), ...supply.values } } : supply),
    [isWin, object, supply, today],
  );
  const isWanted = isWin || supply !== NOTHING;
  const judged = useJudge({ object, record, to, supply: supplied, found, isWanted });
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
