import { Suspense } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useObject } from "../../data/objects.ts";
import { Boundary } from "../../kit/Boundary.tsx";
import { Missing } from "../../kit/Missing.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { lazily } from "../../kit/lazily.ts";
import { usePanelsAhead } from "../panels.tsx";
import { RecordView } from "./RecordView.tsx";
import * as pageStyles from "../../kit/Page.module.css";

const TimeBar = lazily(() => import("../time/TimeBar.tsx").then((m) => m.TimeBar));

export function RecordPage() {
  const { object: name = "", id = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const object = useObject(name);
  usePanelsAhead(object);
  const asOf = params.get("as_of") || null;
  const show = (day: string) =>
    setParams(
      (now) => {
        const changed = new URLSearchParams(now);
        if (day) changed.set("as_of", day);
        else changed.delete("as_of");
        return changed;
      },
      { replace: day !== "" },
    );
  if (!object) return <Missing />;
  return (
    <div className={pageStyles.page}>
      {asOf && (
        <Suspense>
          <TimeBar object={object.name} value={asOf} onChange={show} onLeave={() => show("")} />
        </Suspense>
      )}
      <Boundary resetKey={id}>
        <RecordView
          key={id}
          object={object}
          id={id}
          asOf={asOf}
          narrow={narrow}
          back
          onGone={() => void navigate(`/records/${object.name}`)}
        />
      </Boundary>
    </div>
  );
}
