import { useAppTools } from "./app-tools.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";

export interface ConfirmOptions {
  readonly title: string;
  readonly detail?: string;
  /** The word on the red button. */
  readonly action?: string;
  readonly run: () => unknown;
}
/** Asks before something is taken away. */
export function useConfirm(): (options: ConfirmOptions) => void {
  const { withModal } = useAppTools();
  const { t } = useLanguage();
  return ({ title, detail, action, run }) =>
    withModal(
      (modal) =>
        void modal.confirm({
          title,
          content: detail,
          okText: action ?? t(kitMessages.delete),
          okButtonProps: { danger: true },
          cancelText: t(kitMessages.cancel),
          onOk: async () => void (await run()),
        }),
    );
}
