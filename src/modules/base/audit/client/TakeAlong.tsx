import { Button } from "antd";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { takePersonalData } from "../shared/erasure.contract.ts";
import { download } from "./audit-data.ts";
import { privacyMessages } from "./audit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface TakeAlongProps {
  readonly object: string;
  readonly id: string;
  readonly onFailed: (error: unknown) => void;
}
/** What is kept of the person, as a file to hand over. */
export function TakeAlong({ object, id, onFailed }: TakeAlongProps) {
  const { t } = useLanguage();
  const take = (format: "json" | "csv") =>
    void download(
      takePersonalData.path.replace(":object", object).replace(":id", id),
      `personal-data.${format}`,
      { query: { format } },
    ).catch(onFailed);
  return (
    <div className={base.rowWrap}>
      <Button icon={<Icon name="download" />} onClick={() => take("json")}>
        {t(privacyMessages.export)} · {t(privacyMessages.json)}
      </Button>
      <Button icon={<Icon name="download" />} onClick={() => take("csv")}>
        {t(privacyMessages.csv)}
      </Button>
    </div>
  );
}
