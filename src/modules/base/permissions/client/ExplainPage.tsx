import { useSearchParams } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { ExplainResult } from "./ExplainResult.tsx";
import { type Asked, useExplanation } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import { WhatFields } from "./WhatFields.tsx";
import { WhoFields } from "./WhoFields.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as permissionsStyles from "./permissions.module.css";
import * as styles from "./ExplainPage.module.css";

const NAMES = ["user", "role", "department", "object", "record", "field", "action"] as const;

/** Whose rights, on what: the question stands in the address, so that it can be shared. */
export function ExplainPage() {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const of = (name: (typeof NAMES)[number]) => search.get(name) ?? "";
  const asked: Asked = {
    user: of("user"),
    role: of("role"),
    department: of("department"),
    object: of("object") || "account",
    record: of("record"),
    field: of("field"),
    action: of("action") || "read",
  };
  const change = (part: Partial<Asked>) => {
    const next = Object.entries({ ...asked, ...part }).filter(([, value]) => value !== "");
    setSearch(new URLSearchParams(next), { replace: true });
  };
  const proof = useExplanation(asked);
  return (
    <Page
      icon="eye"
      title={t(permissionMessages.title)}
      className={`${base.stack} ${permissionsStyles.explainPage}`}
    >
      <p className={base.muted}>{t(permissionMessages.lead)}</p>
      <div className={styles.explainForm}>
        <WhoFields asked={asked} onChange={change} />
        <WhatFields asked={asked} onChange={change} />
      </div>
      {proof.isEnabled ? (
        <QueryResult query={proof} rows={4}>
          {(answer) => <ExplainResult answer={answer} />}
        </QueryResult>
      ) : (
        <Empty icon="eye" title={t(permissionMessages.start)} detail={t(permissionMessages.startDetail)} />
      )}
    </Page>
  );
}
