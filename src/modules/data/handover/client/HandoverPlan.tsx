import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useIntent } from "../../../../ui/data/intent.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure } from "../../../../ui/kit/States.tsx";
import type { HandoverPreview } from "../shared/handover.contract.ts";
import { Answer } from "../../../../ui/kit/Answer.tsx";
import { DutyBars } from "./DutyBars.tsx";
import { handoverAnswer } from "./handover-answer.ts";
import { BesideTable } from "./BesideTable.tsx";
import { DutyTable } from "./DutyTable.tsx";
import { startHandover } from "./handover-data.ts";
import { handoverMessages } from "./handover.messages.ts";
import { HandoverProgress } from "./HandoverProgress.tsx";
import { TakerField } from "./TakerField.tsx";

const isNothingLeft = ({ duties, teams, beside }: HandoverPreview): boolean =>
  duties.every(({ open }) => open === 0) &&
  teams === 0 &&
  Object.values(beside).every((count) => count === 0);

export interface HandoverPlanProps {
  readonly data: HandoverPreview;
  readonly onDone: () => void;
}
/** Who takes what, whether the person leaves, and the button that starts it. */
export function HandoverPlan({ data, onDone }: HandoverPlanProps) {
  const { t } = useLanguage();
  const { user, duties, beside, teams, sessions, keys } = data;
  const [to, setTo] = useState("");
  const [objects, setObjects] = useState<Readonly<Record<string, string>>>({});
  const [isLeaving, setLeaving] = useState(true);
  // Who leaves gives no more access; who only changes place does.
  const [ends, setEnds] = useState<boolean | null>(null);
  const endShares = ends ?? isLeaving;
  const [job, setJob] = useState<string | null>(null);
  // What was started is not started twice; what was left over may be.
  const [hasEnded, setEnded] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isViewing = useIsViewing();
  const intent = useIntent();
  const plan = { to, objects, deactivate: isLeaving, end_shares: endShares };
  const start = () => {
    setFailure(null);
    intent
      .run(plan, (key) => startHandover(user.id, plan, key))
      .then(({ id }) => (setEnded(false), setJob(id)), setFailure);
  };
  const isEmpty = isNothingLeft(data);
  if (job && hasEnded && isEmpty) return <HandoverProgress job={job} onDone={onDone} />;
  return (
    <>
      {job && <HandoverProgress job={job} onDone={() => (setEnded(true), onDone())} />}
      <Answer clauses={handoverAnswer(data)}>
        <DutyBars duties={duties} />
      </Answer>
      <TakerField user={user} value={to} onChange={setTo} />
      <Checkbox checked={isLeaving} onChange={(event) => setLeaving(event.target.checked)}>
        {t(handoverMessages.deactivate, { sessions, keys })}
      </Checkbox>
      {isEmpty ? (
        <Empty icon="check" title={t(handoverMessages.nothing)} small />
      ) : (
        <Fold title={t(handoverMessages.detail)}>
          <DutyTable duties={duties} objects={objects} onChange={setObjects} />
        </Fold>
      )}
      <BesideTable counts={beside} isLeaving={isLeaving} endShares={endShares} onEndShares={setEnds} />
      {teams > 0 && <p>{t(handoverMessages.teams, { count: teams })}</p>}
      {failure !== null && <Failure error={failure} small />}
      <div>
        <Button
          type="primary"
          disabled={
            isViewing || (job !== null && !hasEnded) || to === "" || to === user.id || (isEmpty && !isLeaving)
          }
          onClick={start}
        >
          {t(to === "" ? handoverMessages.choose : handoverMessages.start)}
        </Button>
      </div>
    </>
  );
}
