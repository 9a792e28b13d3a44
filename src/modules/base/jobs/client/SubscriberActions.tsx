import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import {
  passOverFailures,
  retrySubscriber,
  type SubscriberState,
} from "../../../../shared/wire/subscribers.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { subscriberMessages } from "./subscribers.messages.ts";
import { SYSTEM } from "./system-key.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** Tries failed changes again, or has the subscriber go on without those that are seen here. */
export function SubscriberActions({
  subscriber: { name, label, failed, last_failed },
}: {
  readonly subscriber: SubscriberState;
}) {
  const { t, of } = useLanguage();
  const confirm = useConfirm();
  const client = useQueryClient();
  const { busy, save } = useSave();
  const params = { name };
  const onDone = () => client.invalidateQueries({ queryKey: SYSTEM });
  const retry = () =>
    save(() => call(retrySubscriber, { params, key: newId() }), {
      told: ({ retried }) => t(subscriberMessages.retried, { count: retried }),
      onDone,
    });
  const goOn = async () => {
    const body = { through: last_failed ?? 1 };
    await save(() => call(passOverFailures, { params, body, key: newId() }), {
      told: ({ skipped }) => t(subscriberMessages.skipped, { count: skipped.length }),
      onDone,
    });
  };
  const ask = (): void =>
    confirm({
      title: t(subscriberMessages.goOnTitle),
      detail: t(subscriberMessages.goOnDetail, { name: of(label, name), count: failed }),
      action: t(subscriberMessages.goOn),
      run: goOn,
    });
  return (
    <div className={base.rowWrap}>
      <Button disabled={busy} onClick={() => void retry()}>
        {t(subscriberMessages.retry)}
      </Button>
      <Button disabled={busy} onClick={ask}>
        {t(subscriberMessages.goOn)}
      </Button>
    </div>
  );
}
