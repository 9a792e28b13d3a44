import * as bannerStyles from "./banner.module.css";

/** What went wrong with the whole of a form or dialog, above its fields; nothing while nothing did. */
export function Refusal({ words }: { readonly words: string | null | undefined }) {
  if (!words) return null;
  return (
    <div className={`${bannerStyles.banner} ${bannerStyles.bannerDanger}`} data-part="banner" role="alert">
      {words}
    </div>
  );
}
