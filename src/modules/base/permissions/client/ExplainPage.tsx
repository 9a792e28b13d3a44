import { useState } from "react";
import { useSearchParams } from "react-router";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { AskMore } from "./AskMore.tsx";
import { AskSentence, type WhoKind } from "./AskSentence.tsx";
import { ExplainResult } from "./ExplainResult.tsx";
import { type Asked, useExplanation } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as permissionsStyles from "./permissions.module.css";

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
  const [kind, setKind] = useState<WhoKind>(asked.role ? "role" : "person");
  const turn = (next: WhoKind) => {
    setKind(next);
    change({ user: "", role: "", department: "" });
  };
  const proof = useExplanation(asked);
  return (
    <Page
      icon="eye"
      title={t(permissionMessages.title)}
      className={`${base.stack} ${permissionsStyles.explainPage}`}
    >
      <AskSentence asked={asked} onChange={change} kind={kind} />
      <Fold title={t(permissionMessages.moreToAsk)} isOpen={asked.role !== "" || asked.field !== ""}>
        <AskMore asked={asked} onChange={change} kind={kind} onKind={turn} />
      </Fold>
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
