import { Button } from "antd";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { Language } from "../../../../shared/i18n/label.ts";
import { joinClauses, joinNames } from "../../../../shared/i18n/join-texts.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { can } from "../../../../ui/data/objects.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import {
  type ApprovalItem,
  approvalScreenMessages,
  useRecordApprovals,
  WithdrawButton,
} from "../../approvals/client/public.ts";
import { showDecision } from "./show-decision.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./WaitingMove.module.css";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

/** Requests of this record that still wait; whom they wait for, as one says it. */
export function useWaitingMove(object: string, id: string, enabled: boolean) {
  const { of, language } = useLanguage();
  const all = useRecordApprovals(object, id, enabled).data ?? [];
  const waiting = all.filter((one) => one.status === "waiting");
  const nameOf = ({ approver }: ApprovalItem): string =>
    approver.person ?? of(approver.label, approver.role ?? "");
  return { all, waiting, whom: joinNames([...new Set(waiting.map(nameOf))], language) };
}

/**
 * What a move that was submitted came to: it waits (and for whom), the reader must decide, or it was sent back
 * and can be submitted again.
 */
export function WaitingMove({ object, record, asOf }: RecordPanelProps) {
  const { t, language } = useLanguage();
  const isViewing = useIsViewing();
  const [again, setAgain] = useState<string | null>(null);
  const { all, waiting, whom } = useWaitingMove(object.name, idOf(record), asOf === null);
  const mine = waiting.find((one) => one.may.withdraw);
  const toDecide = waiting.filter((one) => one.may.decide);
  const last =
    waiting.length === 0 ? lastAnswer(all, partOf(staged, record).stage_entered_at ?? "") : undefined;
  const [first] = toDecide;
  if (first) return <YourTurn item={first} />;
  if (waiting.length > 0)
    return (
      <div
        className={`${bannerStyles.banner} ${bannerStyles.bannerInfo} ${styles.waitingMove}`}
        role="status"
      >
        <span className={base.grow}>{t(approvalScreenMessages.pendingFor, { name: whom })}</span>
        {mine && !isViewing && (
          <Suspense>
            <WithdrawButton item={mine} />
          </Suspense>
        )}
      </div>
    );
  if (!last) return null;
  return (
    <div className={`${bannerStyles.banner} ${styles.waitingMove}`} role="status">
      <span className={base.grow}>{answerText(t, language, last)}</span>
      {last.to && can(object, "update") && !object.isLocked && (
        <Button size="small" onClick={() => setAgain(last.to)}>
          {t(approvalScreenMessages.submitAgain)}
        </Button>
      )}
      {again && (
        <Suspense>
          <GateDialog object={object} record={record} to={again} confirm onDone={() => setAgain(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** Somebody waits for the reader's decision: who, for what and why. The card itself stands with the next stage. */
function YourTurn({ item }: { readonly item: ApprovalItem }) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const { requester, subject, reason } = item;
  const asked = t(approvalScreenMessages.asksYou, {
    name: requester?.name ?? "",
    what: of(item.what, subject),
  });
  return (
    <section
      className={`${styles.waitingMove} ${styles.yourTurn}`}
      aria-label={t(approvalScreenMessages.yourTurn)}
    >
      <span className={base.grow}>
        <strong>{asked}</strong>
        {reason && <span className={styles.reason}>{reason}</span>}
      </span>
      <Button size="small" onClick={() => showDecision() || void navigate("/approvals")}>
        {t(approvalScreenMessages.review)}
      </Button>
    </section>
  );
}

/** The newest request, if it was sent back since the record stands where it does. */
function lastAnswer(all: readonly ApprovalItem[], enteredAt: string): ApprovalItem | undefined {
  const [last] = all.filter((one) => one.status !== "withdrawn" || one.decided_by !== null);
  if (!last?.decided_at || (last.status !== "refused" && last.status !== "returned")) return undefined;
  return enteredAt === "" || Date.parse(last.decided_at) >= Date.parse(enteredAt) ? last : undefined;
}

function answerText(
  t: LanguageTools["t"],
  language: Language,
  { status, decided_by, comment, reasons }: ApprovalItem,
): string {
  const name = decided_by ?? "";
  if (status === "refused") return t(approvalScreenMessages.sentBack, { name, comment: comment ?? "" });
  const why = joinClauses(
    reasons.map((reason) => reason.message),
    language,
  );
  return why
    ? t(approvalScreenMessages.returnedFor, { name, why })
    : t(approvalScreenMessages.returnedBy, { name });
}
