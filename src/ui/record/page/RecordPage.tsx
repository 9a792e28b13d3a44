import { useNavigate, useParams, useSearchParams } from "react-router";
import { useObject } from "../../data/objects.ts";
import { Boundary } from "../../kit/Boundary.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { AsOfBanner } from "../list/AsOfControl.tsx";
import { RecordView } from "./RecordView.tsx";
import "../list/list.css";

export function RecordPage() {
  const { t } = useLanguage();
  const { object: name = "", id = "" } = useParams();
  const [params, setParams] = useSearchParams();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const object = useObject(name);
  const asOf = params.get("as_of");
  if (!object) return <Empty icon="search" title={t(kitTexts.missingTitle)} detail={t(kitTexts.missingDetail)} />;
  return (
    <div className="page record-page">
      {asOf && <AsOfBanner day={asOf} onLeave={() => setParams((now) => (now.delete("as_of"), new URLSearchParams(now)))} />}
      <Boundary resetKey={id}>
        <RecordView key={id} object={object} id={id} asOf={asOf} narrow={narrow} back onGone={() => void navigate(`/records/${object.name}`)} />
      </Boundary>
    </div>
  );
}
