/** What went wrong with the whole of a form or dialog, above its fields; nothing while nothing did. */
export function Refusal({ words }: { readonly words: string | null | undefined }) {
  if (!words) return null;
  return (
    <div className="banner banner-danger" role="alert">
      {words}
    </div>
  );
}
