import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import {
  passOverFailures,
  retrySubscriber,
  type SubscriberState,
} from "../../../../shared/wire/subscribers.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useConfirm } from "../../../../ui/kit/use-confirm.ts";
import { useTell } from "../use-tell.ts";
import { subscriberMessages as texts } from "./subscribers.messages.ts";
import { SYSTEM } from "./system-key.ts";

/** Tries failed changes again, or has the subscriber go on without those that are seen here. */
export function SubscriberActions({
  subscriber: { name, label, failed, last_failed },
}: {
  readonly subscriber: SubscriberState;
}) {
  const { t, of } = useLanguage();
  const confirm = useConfirm();
  const tell = useTell();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const params = { name };
  const work = async (act: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      tell.done(await act());
    } catch (error) {
      tell.failed(error);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: SYSTEM });
    }
  };
  const retry = async () => {
    const { retried } = await call(retrySubscriber, { params, key: newId() });
    return t(texts.retried, { count: retried });
  };
  const goOn = async () => {
    const { skipped } = await call(passOverFailures, {
      params,
      body: { through: last_failed ?? 1 },
      key: newId(),
    });
    return t(texts.skipped, { count: skipped.length });
  };
  const ask = (): void =>
    confirm({
      title: t(texts.goOnTitle),
      detail: t(texts.goOnDetail, { name: of(label, name), count: failed }),
      action: t(texts.goOn),
      run: () => work(goOn),
    });
  return (
    <div className="row-wrap">
      <Button disabled={busy} onClick={() => void work(retry)}>
        {t(texts.retry)}
      </Button>
      <Button disabled={busy} onClick={ask}>
        {t(texts.goOn)}
      </Button>
    </div>
  );
}
