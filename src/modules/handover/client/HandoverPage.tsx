import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { useIntent } from "../../../ui/data/intent.ts";
import { useIsViewing } from "../../../ui/data/session.ts";
import { useTitle } from "../../../ui/data/lookups.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { Empty, Failure } from "../../../ui/kit/States.tsx";
import { RecordSelect } from "../../permissions/client/public.tsx";
import type { HandoverPreview } from "../shared/wire.ts";
import { BesideTable } from "./BesideTable.tsx";
import { DutyTable } from "./DutyTable.tsx";
import { startHandover, usePreview } from "./handover-data.ts";
import { handoverMessages } from "./handover.messages.ts";
import { HandoverProgress } from "./HandoverProgress.tsx";
import "./handover.css";

/** Whoever leaves or changes place: what hangs on them, who takes it, and one button. */
export function HandoverPage() {
  const { t } = useLanguage();
  const user = useParams()["user"] ?? "";
  const preview = usePreview(user);
  return (
    <div className="page">
      <PageHeader
        icon="transfer"
        title={
          preview.data
            ? t(handoverMessages.title, { name: preview.data.user.name })
            : t(handoverMessages.action)
        }
      />
      <div className="page-body stack handover-page">
        <p className="muted">{t(handoverMessages.lead)}</p>
        <Loaded query={preview} rows={6}>
          {(data) => <Plan data={data} onDone={() => void preview.refetch()} />}
        </Loaded>
      </div>
    </div>
  );
}

function Plan({ data, onDone }: { readonly data: HandoverPreview; readonly onDone: () => void }) {
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
  const manager = useTitle(user.manager ? "user" : null, user.manager, "");
  const intent = useIntent();
  const plan = { to, objects, deactivate: isLeaving, end_shares: endShares };
  const start = () => {
    setFailure(null);
    intent
      .run(plan, (key) => startHandover(user.id, plan, key))
      .then(({ id }) => (setEnded(false), setJob(id)), setFailure);
  };
  const isEmpty =
    duties.every(({ open }) => open === 0) &&
    teams === 0 &&
    Object.values(beside).every((count) => count === 0);
  if (job && hasEnded && isEmpty) return <HandoverProgress job={job} onDone={onDone} />;
  return (
    <>
      {job && <HandoverProgress job={job} onDone={() => (setEnded(true), onDone())} />}
      <div className="handover-form">
        <Labelled label={t(handoverMessages.to)} required>
          {({ id }) => <RecordSelect id={id} object="user" value={to} onChange={setTo} />}
        </Labelled>
        {user.manager && manager && to !== user.manager && (
          <Button type="link" className="handover-manager" onClick={() => setTo(user.manager ?? "")}>
            {t(handoverMessages.manager, { name: manager })}
          </Button>
        )}
      </div>
      <Checkbox checked={isLeaving} onChange={(event) => setLeaving(event.target.checked)}>
        {t(handoverMessages.deactivate, { sessions, keys })}
      </Checkbox>
      {isEmpty ? (
        <Empty icon="check" title={t(handoverMessages.nothing)} small />
      ) : (
        <DutyTable duties={duties} objects={objects} onChange={setObjects} />
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
