/** The mark: three lock steps, rising; each chamber holds its water behind the next gate. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden fill="none">
      <path d="M2.500 21.500h9v6h-9z" fill="var(--accent)" opacity=".32" />
      <path d="M11.500 14.500h9v13h-9z" fill="var(--accent)" opacity=".6" />
      <path d="M20.500 7.500h9v20h-9z" fill="var(--accent)" />
      <path
        d="M11.500 10v11.500M20.500 3v11.500"
        stroke="var(--accent-strong)"
        strokeWidth="2.200"
        strokeLinecap="round"
      />
    </svg>
  );
}
