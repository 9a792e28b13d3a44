import { useCallback, useRef } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import { groupDigits } from "../../shared/money/group-digits.ts";
import type { ObjectInfo } from "../data/objects.ts";
import { fetchPage } from "../data/records.ts";
import { moneyOf } from "../data/values.ts";
import { useAppTools } from "../kit/app-tools.tsx";
import { useLanguage } from "../kit/language.tsx";
import { shortMoney } from "../kit/money-text.ts";
import { largeAmounts, timesLarger, type TypedAmount } from "./huge-amount.ts";
import { hugeAmountMessages } from "./huge-amount.messages.ts";

/**
 * Asks before an amount is saved that is out of all proportion to every other: one slip of the keys flattens
 * every sum and chart. It is compared with what the reader may see, and the same amount is asked about once.
 * Resolves to whether to save.
 */
export function useAskHuge(object: ObjectInfo): (values: Values, before?: Values) => Promise<boolean> {
  const { t, of, language } = useLanguage();
  const { withModal } = useAppTools();
  const confirmed = useRef(new Set<string>());
  const ask = useCallback(
    ({ field, money }: TypedAmount, largest: string, times: string) =>
      new Promise<boolean>((answer) =>
        withModal(
          (modal) =>
            void modal.confirm({
              title: t(hugeAmountMessages.title, {
                field: of(field.label, field.name),
                amount: shortMoney(money.amount, money.currency, language),
              }),
              content: t(hugeAmountMessages.detail, {
                largest: shortMoney(largest, money.currency, language),
                times: groupDigits(times),
              }),
              okText: t(hugeAmountMessages.right),
              cancelText: t(hugeAmountMessages.look),
              onOk: () => answer(true),
              onCancel: () => answer(false),
            }),
        ),
      ),
    [withModal, t, of, language],
  );
  return useCallback(
    async (values, before) => {
      for (const typed of largeAmounts(object, values, before)) {
        const key = `${typed.field.name} ${typed.money.amount} ${typed.money.currency}`;
        if (confirmed.current.has(key)) continue;
        const largest = await largestOf(object.name, typed.field.name);
        const times = timesLarger(typed.money, largest);
        if (times === null) continue;
        if (!(await ask(typed, moneyOf(largest)?.amount ?? "", times))) return false;
        confirmed.current.add(key);
      }
      return true;
    },
    [object, ask],
  );
}

/** The largest amount that the reader may see; nothing where the question fails: it stands in no save's way. */
const largestOf = (object: string, name: string) =>
  fetchPage(object, { sort: `-${name}`, fields: name, limit: 1, count: "none" }, null).then(
    ({ data: [first] }) => first?.[name],
    () => undefined,
  );
