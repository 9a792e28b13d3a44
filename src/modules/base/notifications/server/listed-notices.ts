import { objectRegistries } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { noticeKinds } from "./notice-kinds.ts";

/** The kinds of notifications, on the page of what runs on an object. */
export const listedNotices = objectRegistries.define("notices", {
  label: label("通知", "Notifications"),
  entries: ({ hooks }, object) =>
    [...noticeKinds.read(hooks)]
      .filter(([, kind]) => kind.applies?.(object) ?? true)
      .map(([name, kind]) => ({ name, label: kind.label })),
});
