import { useAppTools } from "./app-tools.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";

export interface ConfirmOptions {
  readonly title: string;
  readonly detail?: string;
  /** The word on the button. */
  readonly action?: string;
  /** Whether something is taken away, which colours the button; it is, unless told. */
  readonly isDanger?: boolean;
  readonly run: () => unknown;
}
/** Asks before something that takes much away or concerns many. */
export function useConfirm(): (options: ConfirmOptions) => void {
  const { withModal } = useAppTools();
  const { t } = useLanguage();
  return ({ title, detail, action, isDanger = true, run }) =>
    withModal(
      (modal) =>
        void modal.confirm({
          title,
          content: detail,
          okText: action ?? t(kitMessages.delete),
          okButtonProps: { danger: isDanger },
          cancelText: t(kitMessages.cancel),
          onOk: async () => void (await run()),
        }),
    );
}
