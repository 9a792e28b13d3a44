/** The mark: three lock steps, rising, each with the water behind its gate. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden fill="none">
      <path d="M3 27V20h8v7" fill="var(--accent)" opacity=".38" />
      <path d="M12 27V13h8v14" fill="var(--accent)" opacity=".66" />
      <path d="M21 27V6h8v21" fill="var(--accent)" />
      <path d="M3 27h26" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
