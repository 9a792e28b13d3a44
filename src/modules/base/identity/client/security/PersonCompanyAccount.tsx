import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { readCompanyAccount, releaseCompanyAccount } from "../../shared/company-account.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { idOf, textValue } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { securityMessages } from "./security.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as securityStyles from "./security.module.css";
import * as styles from "./PersonCompanyAccount.module.css";

/** The company account that alone may sign in as this person, and letting go of it. */
export function PersonCompanyAccount({ person }: { readonly person: Values }) {
  const { t } = useLanguage();
  const remove = useRemove();
  const client = useQueryClient();
  const params = { id: idOf(person) };
  const queryKey = ["company-account", params.id];
  const { data } = useQuery({
    queryKey,
    queryFn: async () => (await call(readCompanyAccount, { params })).data,
  });
  const [binding] = data ?? [];
  if (!binding) return null;
  const release = () =>
    remove({
      title: t(securityMessages.releaseTitle, { name: textValue(partOf(user, person).name) }),
      detail: t(securityMessages.releaseLead),
      action: t(securityMessages.release),
      send: () => call(releaseCompanyAccount, { params }),
      told: t(kitMessages.saved),
      onDone: () => client.invalidateQueries({ queryKey }),
    });
  return (
    <div className={securityStyles.personTwoStep}>
      <strong>{t(securityMessages.companyAccount)}</strong>
      <span className={`${base.grow} ${base.muted} ${styles.personAccount}`}>
        {t(securityMessages.boundSince, { time: timeText(binding.bound_at) })}
        <small>
          {binding.issuer} · {binding.subject}
        </small>
      </span>
      <Button onClick={release}>{t(securityMessages.release)}</Button>
    </div>
  );
}
